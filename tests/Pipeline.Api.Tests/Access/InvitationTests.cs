using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;

namespace Pipeline.Api.Tests.Access;

/// <summary>The way to a first password: a link that works once.</summary>
[UseCases(typeof(CreateUser), typeof(RenewInvitation), typeof(AcceptInvitation))]
public sealed class InvitationTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const string Chosen = "eleven rivers at dusk";

    [Fact]
    public async Task Who_is_invited_sets_a_password_once_and_signs_in()
    {
        api.Links.Empty();
        var (email, user) = await InviteAsync();
        var url = user.Text("invitation.url");
        user["invitation.expiresAt"]!
            .GetValue<DateTime>()
            .ToUniversalTime()
            .Should()
            .BeCloseTo(api.Clock.GetUtcNow().UtcDateTime.AddDays(7), TimeSpan.FromMinutes(1));
        var sent = await api.Links.NextAsync();
        (sent.Email, sent.Url, sent.Purpose).Should().Be((email, url, LinkPurpose.Invitation));
        (await LoginAsync(email, "")).Status.Should().BeOneOf(401, 422);
        (await LoginAsync(email, Chosen)).ShouldBeProblem(401, "invalid_credentials");

        (await AcceptAsync(url, "short")).ShouldBlame("password", "weak_password");
        (await AcceptAsync(url, "password1234")).ShouldBlame("password", "common_password");
        (await AcceptAsync(url, Chosen)).ShouldBe(204);
        (await LoginAsync(email, Chosen)).ShouldBe(200);
        (await AcceptAsync(url, "another long passage")).ShouldBeProblem(422, "link_not_valid");
        (await LoginAsync(email, "another long passage")).ShouldBeProblem(401, "invalid_credentials");
    }

    [Fact]
    public async Task Expired_used_and_unknown_links_are_told_alike()
    {
        var (_, used) = await InviteAsync();
        (await AcceptAsync(used.Text("invitation.url"), Chosen)).ShouldBe(204);
        var (_, expired) = await InviteAsync();
        await api.DaysGoByAsync(7.01);
        Reply[] answers =
        [
            await AcceptAsync(used.Text("invitation.url"), Chosen),
            await AcceptAsync(expired.Text("invitation.url"), Chosen),
            await AcceptAsync("x#no-such-token", Chosen),
            await AcceptAsync("x#no-such-token", "short"),
        ];
        answers.Should().AllSatisfy(a => a.ShouldBeProblem(422, "link_not_valid"));
        answers.Select(a => (a.Text("detail"), a["errors"]!.ToJsonString())).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task A_link_works_until_its_last_day()
    {
        var (email, user) = await InviteAsync();
        await api.DaysGoByAsync(6.9);
        (await AcceptAsync(user.Text("invitation.url"), Chosen)).ShouldBe(204);
        (await LoginAsync(email, Chosen)).ShouldBe(200);
    }

    [Fact]
    public async Task Of_many_who_accept_one_invitation_at_once_one_wins()
    {
        var (email, user) = await InviteAsync();
        var passwords = Enumerable.Range(0, 5).Select(i => $"{(char)('k' + i)} different passage").ToList();
        var answers = await Task.WhenAll(passwords.Select(p => AcceptAsync(user.Text("invitation.url"), p)));
        answers.Count(a => a.Status == 204).Should().Be(1);
        answers.Where(a => a.Status != 204).Should().AllSatisfy(a => a.ShouldBeProblem(422, "link_not_valid"));
        var winner = passwords[Array.FindIndex(answers, a => a.Status == 204)];
        foreach (var password in passwords)
            (await LoginAsync(email, password)).Status.Should().Be(password == winner ? 200 : 401);
    }

    [Fact]
    public async Task An_invitation_is_renewed_by_administrators_until_it_is_accepted()
    {
        var (email, user) = await InviteAsync();
        var path = $"users/{user.Id("id")}/invitation";
        (await (await api.NewUserAsync("Nobody")).PostAsync(path, new { })).ShouldBeProblem(403, "administrators_only");
        (
            await api.Administrator.PostAsync("users/018f0000-0000-7000-8000-000000000000/invitation", new { })
        ).ShouldBeProblem(404, "not_found");

        var renewed = (await api.Administrator.PostAsync(path, new { })).ShouldBe(200);
        renewed.Text("url").Should().NotBe(user.Text("invitation.url"));
        (await AcceptAsync(user.Text("invitation.url"), Chosen)).ShouldBeProblem(422, "link_not_valid");
        (await AcceptAsync(renewed.Text("url"), Chosen)).ShouldBe(204);
        (await LoginAsync(email, Chosen)).ShouldBe(200);
        (await api.Administrator.PostAsync(path, new { })).ShouldBeProblem(409, "already_accepted");
    }

    [Fact]
    public async Task Who_is_locked_cannot_accept()
    {
        var (_, user) = await InviteAsync();
        (
            await api.Administrator.PutAsync(
                $"users/{user.Id("id")}",
                new { name = "Locked", locked = true },
                user.ETag
            )
        ).ShouldBe(200);
        (await AcceptAsync(user.Text("invitation.url"), Chosen)).ShouldBeProblem(422, "link_not_valid");
    }

    [Fact]
    public async Task With_a_password_there_is_no_invitation()
    {
        var email = $"{api.NewCode("given")}@test.pipeline";
        var user = (
            await api.Administrator.PostAsync(
                "users",
                new
                {
                    email,
                    name = "Given",
                    password = Chosen,
                }
            )
        ).ShouldBe(201);
        user["invitation"].Should().BeNull();
        (await LoginAsync(email, Chosen)).ShouldBe(200);
    }

    [Theory]
    [InlineData("/invitation")]
    [InlineData("/password-reset")]
    public async Task A_link_leads_to_a_form_that_nothing_can_be_slipped_into(string path)
    {
        using var page = await api.Anonymous().Http.GetAsync(new Uri(path, UriKind.Relative));
        ((int)page.StatusCode, page.Content.Headers.ContentType!.MediaType).Should().Be((200, "text/html"));
        page.Headers.GetValues("Content-Security-Policy")
            .Single()
            .Should()
            .Contain("default-src 'none'")
            .And.Contain("script-src 'self';")
            .And.Contain("frame-ancestors 'none'")
            .And.NotContain("unsafe-inline");
        page.Headers.CacheControl!.NoStore.Should().BeTrue();
        page.Headers.GetValues("Referrer-Policy").Should().Equal("same-origin");
    }

    private async Task<(string Email, Reply User)> InviteAsync()
    {
        var email = $"{api.NewCode("invited")}@test.pipeline";
        return (email, (await api.Administrator.PostAsync("users", new { email, name = "Invited" })).ShouldBe(201));
    }

    private Task<Reply> AcceptAsync(string url, string password) =>
        api.Anonymous().PostAsync("auth/invitation", new { token = Postbox.TokenOf(url), password });

    private Task<Reply> LoginAsync(string email, string password) =>
        api.Anonymous().PostAsync("auth/login", new { email, password });
}
