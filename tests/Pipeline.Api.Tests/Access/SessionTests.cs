using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;

namespace Pipeline.Api.Tests.Access;

/// <summary>A sign-in is a session: seen, renewed by one token at a time, and really ended.</summary>
[UseCases(typeof(ListSessions), typeof(EndSession))]
public sealed class SessionTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Signing_out_ends_this_session_with_both_its_tokens_and_no_other()
    {
        var email = await NewEmailAsync();
        var (here, there) = (await LoginAsync(email), await LoginAsync(email));
        (await With(here).PostAsync("auth/logout", new { refreshToken = here.Text("refreshToken") })).ShouldBe(204);
        (await With(here).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (await RefreshAsync(here)).ShouldBeProblem(401, "invalid_refresh_token");
        (await With(there).GetAsync("me")).ShouldBe(200);
        (await RefreshAsync(there)).ShouldBe(200);
    }

    [Fact]
    public async Task A_refresh_token_that_was_used_before_ends_the_session()
    {
        var first = await LoginAsync(await NewEmailAsync());
        var second = (await RefreshAsync(first)).ShouldBe(200);
        (await With(second).GetAsync("me")).ShouldBe(200);
        (await RefreshAsync(first)).ShouldBeProblem(401, "invalid_refresh_token");
        (await With(second).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (await RefreshAsync(second)).ShouldBeProblem(401, "invalid_refresh_token");
    }

    [Fact]
    public async Task Of_many_renewals_at_once_by_one_token_one_wins_at_most()
    {
        var tokens = await LoginAsync(await NewEmailAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => RefreshAsync(tokens)));
        answers.Count(a => a.Status == 200).Should().Be(1);
        answers.Where(a => a.Status != 200).Should().AllSatisfy(a => a.ShouldBeProblem(401, "invalid_refresh_token"));
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_by_one_by_their_owner()
    {
        var email = await NewEmailAsync();
        var phone = await LoginAsync(email, new string('x', 300));
        var desk = With(await LoginAsync(email, "Desk/1.0"));
        var items = (await desk.GetAsync("auth/sessions")).ShouldBe(200).Items();
        items
            .Select(s => (s["userAgent"]!.GetValue<string>().Length, s["current"]!.GetValue<bool>()))
            .Should()
            .Equal((8, true), (200, false));

        var other = $"auth/sessions/{items[1]["id"]}";
        (await (await api.NewUserAsync("Stranger")).DeleteAsync(other)).ShouldBeProblem(404, "not_found");
        (await With(phone).GetAsync("me")).ShouldBe(200);
        (await desk.DeleteAsync(other)).ShouldBe(204);
        (await With(phone).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (await RefreshAsync(phone)).ShouldBeProblem(401, "invalid_refresh_token");
        (await desk.GetAsync("auth/sessions")).ShouldBe(200).Items().Should().ContainSingle();
        (await desk.DeleteAsync(other)).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task Use_is_noted_at_most_every_five_minutes()
    {
        var client = With(await LoginAsync(await NewEmailAsync()));
        var opened = await LastUsedAsync(client);
        api.Clock.Advance(TimeSpan.FromMinutes(4));
        (await LastUsedAsync(client)).Should().Be(opened);
        api.Clock.Advance(TimeSpan.FromMinutes(2));
        (await LastUsedAsync(client)).Should().BeCloseTo(api.Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_session_that_nobody_renews_ends_by_itself()
    {
        var tokens = await LoginAsync(await NewEmailAsync());
        await api.DaysGoByAsync(13);
        tokens = (await RefreshAsync(tokens)).ShouldBe(200);
        await api.DaysGoByAsync(13);
        tokens = (await RefreshAsync(tokens)).ShouldBe(200);
        await api.DaysGoByAsync(15);
        (await RefreshAsync(tokens)).ShouldBeProblem(401, "invalid_refresh_token");
    }

    [Fact]
    public async Task A_token_whose_session_is_gone_is_none()
    {
        var client = With(await LoginAsync(await NewEmailAsync()));
        var id = (await client.GetAsync("auth/sessions")).ShouldBe(200).Id("items.0.id");
        await api.InDatabaseAsync(async db =>
        {
            db.Remove(await db.Sessions.SingleAsync(s => s.Id == id));
            return await db.SaveChangesAsync();
        });
        (await client.GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Who_is_locked_is_out_at_once_and_comes_back_when_unlocked()
    {
        var email = await NewEmailAsync();
        var tokens = await LoginAsync(email);
        var user = (await With(tokens).GetAsync("me")).Id("id");
        (await api.Administrator.PutAsync($"users/{user}", new { name = "Locked", locked = true }, "*"))
            .ShouldBe(200)
            .Flag("locked")
            .Should()
            .BeTrue();
        (await With(tokens).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (await RefreshAsync(tokens)).ShouldBeProblem(401, "invalid_refresh_token");
        (await TryLoginAsync(email, PipelineApi.Password)).ShouldBeProblem(403, "account_locked");
        (await TryLoginAsync(email, "a wrong password")).ShouldBeProblem(401, "invalid_credentials");

        (await api.Administrator.PutAsync($"users/{user}", new { name = "Unlocked" }, "*"))
            .ShouldBe(200)
            .Flag("locked")
            .Should()
            .BeFalse();
        (await With(tokens).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (await TryLoginAsync(email, PipelineApi.Password)).ShouldBe(200);
    }

    [Fact]
    public async Task Who_is_administrator_no_more_is_signed_out_everywhere()
    {
        var email = await NewEmailAsync(administrator: true);
        var (one, two) = (await LoginAsync(email), await LoginAsync(email));
        (await With(one).GetAsync("users")).ShouldBe(200);
        var user = (await With(one).GetAsync("me")).Id("id");
        (await api.Administrator.PutAsync($"users/{user}", new { name = "Demoted" }, "*")).ShouldBe(200);
        (await With(one).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (await RefreshAsync(two)).ShouldBeProblem(401, "invalid_refresh_token");
        (await With(await LoginAsync(email)).GetAsync("users")).ShouldBeProblem(403, "administrators_only");
    }

    [Fact]
    public async Task The_last_administrator_is_neither_demoted_nor_locked()
    {
        var me = (await api.Administrator.GetAsync("me")).Id("id");
        (
            await api.Administrator.PutAsync(
                $"users/{me}",
                new
                {
                    name = "Locked",
                    administrator = true,
                    locked = true,
                },
                "*"
            )
        ).ShouldBeProblem(409, "last_administrator");
        (
            await api.Administrator.PutAsync($"users/{me}", new { name = "Demoted", administrator = false }, "*")
        ).ShouldBeProblem(409, "last_administrator");
        (await api.Administrator.GetAsync("me")).ShouldBe(200);
    }

    private async Task<string> NewEmailAsync(bool administrator = false)
    {
        var email = $"{api.NewCode("session")}@test.pipeline";
        (
            await api.Administrator.PostAsync(
                "users",
                new
                {
                    email,
                    name = email,
                    administrator,
                    password = PipelineApi.Password,
                }
            )
        ).ShouldBe(201);
        return email;
    }

    private Task<Reply> TryLoginAsync(string email, string password) =>
        api.Anonymous().PostAsync("auth/login", new { email, password });

    private async Task<Reply> LoginAsync(string email, string? userAgent = null)
    {
        var client = api.Anonymous();
        if (userAgent is not null)
            client.Http.DefaultRequestHeaders.UserAgent.ParseAdd(userAgent);
        return (await client.PostAsync("auth/login", new { email, password = PipelineApi.Password })).ShouldBe(200);
    }

    private Task<Reply> RefreshAsync(Reply tokens) =>
        api.Anonymous().PostAsync("auth/refresh", new { refreshToken = tokens.Text("refreshToken") });

    private Client With(Reply tokens)
    {
        var client = api.Anonymous();
        client.Http.DefaultRequestHeaders.Authorization = new("Bearer", tokens.Text("accessToken"));
        return client;
    }

    private static async Task<DateTime> LastUsedAsync(Client client)
    {
        // The note is made by the first of the two requests, and read by the second.
        (await client.GetAsync("me")).ShouldBe(200);
        return (await client.GetAsync("auth/sessions")).ShouldBe(200)["items.0.lastUsedAt"]!
            .GetValue<DateTime>()
            .ToUniversalTime();
    }
}
