using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Audit;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;

namespace Pipeline.Api.Tests.Access.SingleSignOn;

/// <summary>Who comes in through the provider, and as whom.</summary>
[UseCases(typeof(UnlinkUser))]
public sealed class SingleSignOnTests(SingleSignOnApi api) : IClassFixture<SingleSignOnApi>
{
    [Fact]
    public async Task Who_is_known_by_a_verified_address_comes_in_with_a_session_like_any_other()
    {
        var (id, visitor) = await api.NewVisitorAsync();
        var tokens = (await NewBrowser().SignInAsync(visitor)).ShouldBe(200);
        (tokens.Text("tokenType"), tokens.Number("expiresIn")).Should().Be(("Bearer", 3600));
        (await api.With(tokens.Text("accessToken")).GetAsync("me")).ShouldBe(200).Id("id").Should().Be(id);
        var renewed = (
            await api.Anonymous().PostAsync("auth/refresh", new { refreshToken = tokens.Text("refreshToken") })
        ).ShouldBe(200);
        (await api.With(renewed.Text("accessToken")).PostAsync("auth/logout", new { })).ShouldBe(204);
        (await api.With(renewed.Text("accessToken")).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Later_it_is_the_subject_that_counts_and_not_the_address()
    {
        var (id, visitor) = await api.NewVisitorAsync();
        (await NewBrowser().SignInAsync(visitor)).ShouldBe(200);
        var (_, other) = await api.NewVisitorAsync();
        (visitor.Email, visitor.Verified) = (other.Email, false);
        (await WhoAsync(await NewBrowser().SignInAsync(visitor)))
            .Should()
            .Be(id, "a new address is not what they are known by");
        visitor.Email = null;
        (await WhoAsync(await NewBrowser().SignInAsync(visitor))).Should().Be(id);
    }

    [Fact]
    public async Task An_address_that_went_to_somebody_else_takes_no_account_with_it()
    {
        var (id, visitor) = await api.NewVisitorAsync();
        (await NewBrowser().SignInAsync(visitor)).ShouldBe(200);
        var successor = new Visitor("a new hire") { Email = visitor.Email };
        (await NewBrowser().SignInAsync(successor)).ShouldBeProblem(403, "linked_otherwise");
        (await WhoAsync(await NewBrowser().SignInAsync(visitor))).Should().Be(id);

        var path = $"users/{id}/single-sign-on";
        var before = api.With((await NewBrowser().SignInAsync(visitor)).Text("accessToken"));
        (await (await api.NewUserAsync("Nobody")).DeleteAsync(path)).ShouldBeProblem(403, "administrators_only");
        (
            await api.Administrator.DeleteAsync("users/018f0000-0000-7000-8000-000000000000/single-sign-on")
        ).ShouldBeProblem(404, "not_found");
        (await api.Administrator.DeleteAsync(path)).ShouldBe(204);
        (await before.GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        (await WhoAsync(await NewBrowser().SignInAsync(successor))).Should().Be(id);
        (await NewBrowser().SignInAsync(visitor)).ShouldBeProblem(403, "linked_otherwise");
    }

    [Theory]
    [InlineData(false)]
    [InlineData("false")]
    [InlineData(null)]
    [InlineData("yes")]
    public async Task An_address_that_the_provider_has_not_verified_is_nobodys(object? verified)
    {
        var (_, visitor) = await api.NewVisitorAsync();
        visitor.Verified = verified;
        (await NewBrowser().SignInAsync(visitor)).ShouldBeProblem(403, "email_not_verified");
        (
            await NewBrowser().SignInAsync(new("stranger") { Email = "nobody@test.pipeline", Verified = verified })
        ).ShouldBeProblem(403, "email_not_verified");
        visitor.Verified = "true";
        (await NewBrowser().SignInAsync(visitor)).ShouldBe(200);
    }

    [Fact]
    public async Task Nobody_is_added_by_coming_in()
    {
        var before = (await api.Administrator.GetAsync("users")).ShouldBe(200).Number("totalItems");
        (await NewBrowser().SignInAsync(new("stranger") { Email = "stranger@test.pipeline" })).ShouldBeProblem(
            403,
            "account_unknown"
        );
        (await NewBrowser().SignInAsync(new("without address"))).ShouldBeProblem(403, "account_unknown");
        (await api.Administrator.GetAsync("users")).ShouldBe(200).Number("totalItems").Should().Be(before);
        (
            await NewBrowser()
                .RedeemAsync(await NewBrowser().FetchCodeAsync(new("stranger") { Email = "stranger@test.pipeline" }))
        )
            .Text("detail")
            .Should()
            .Contain("administrator");
    }

    [Fact]
    public async Task Who_is_locked_stays_out_and_whoever_is_locked_on_the_way_does_too()
    {
        var (id, visitor) = await api.NewVisitorAsync();
        var (browser, path) = (NewBrowser(), $"users/{id}");
        var code = await browser.FetchCodeAsync(visitor);
        (await api.Administrator.PutAsync(path, new { name = "Locked", locked = true }, "*")).ShouldBe(200);
        (await browser.RedeemAsync(code)).ShouldBeProblem(401, "sign_in_code_not_valid");
        (await NewBrowser().SignInAsync(visitor)).ShouldBeProblem(403, "account_locked");
        (await api.Administrator.PutAsync(path, new { name = "Unlocked" }, "*")).ShouldBe(200);
        (await browser.RedeemAsync(code)).ShouldBeProblem(401, "sign_in_code_not_valid");
        (await NewBrowser().SignInAsync(visitor)).ShouldBe(200);

        var (unlinked, newcomer) = await api.NewVisitorAsync();
        (await api.Administrator.PutAsync($"users/{unlinked}", new { name = "Locked", locked = true }, "*")).ShouldBe(
            200
        );
        (await NewBrowser().SignInAsync(newcomer)).ShouldBeProblem(403, "account_locked");
        (await LinksAsync(unlinked)).Should().Be(0);
    }

    [Fact]
    public async Task Who_was_anonymised_is_known_neither_by_subject_nor_by_address()
    {
        var (id, visitor) = await api.NewVisitorAsync();
        var browser = NewBrowser();
        (await browser.SignInAsync(visitor)).ShouldBe(200);
        var code = await browser.FetchCodeAsync(visitor);
        (await api.Administrator.PostAsync($"users/{id}/anonymisation", new { })).ShouldBe(200);
        (await LinksAsync(id)).Should().Be(0);
        (await browser.RedeemAsync(code)).ShouldBeProblem(401, "sign_in_code_not_valid");
        (await NewBrowser().SignInAsync(visitor)).ShouldBeProblem(403, "account_unknown");
        visitor.Email = $"{id}@anonymised.invalid";
        (await NewBrowser().SignInAsync(visitor)).ShouldBeProblem(403, "account_unknown");
    }

    [Fact]
    public async Task A_password_works_as_before()
    {
        var user = await api.NewUserAsync("Both");
        var email = (await user.GetAsync("me")).Text("email");
        (await NewBrowser().SignInAsync(new("both") { Email = email.ToUpperInvariant() })).ShouldBe(200);
        (await user.GetAsync("me")).ShouldBe(200);
        (await api.Anonymous().PostAsync("auth/login", new { email, password = PipelineApi.Password })).ShouldBe(200);
    }

    [Fact]
    public async Task The_audit_tells_the_link_and_the_session_and_not_as_whom()
    {
        var (id, visitor) = await api.NewVisitorAsync();
        (await NewBrowser().SignInAsync(visitor)).ShouldBe(200);
        var session = (await api.AuditAsync(1))[0];
        (session.Text("kind"), session.Text("action")).Should().Be(("session", "created"));
        session.Change("userId").To.Should().Be($"\"{id}\"");
        var link = await api.NewestOfAsync(id);
        (link.Text("kind"), link.Text("action")).Should().Be(("user", "changed"));
        link.Fields().Should().Equal("singleSignOn.provider");
        link.Change("singleSignOn.provider").Should().Be((null, $"\"{api.Provider.Address}/authorize\""));
        (await api.Administrator.DeleteAsync($"users/{id}/single-sign-on")).ShouldBe(204);
        (await api.AuditAsync(50))
            .First(e => e.Text("entityId") == $"{id}")
            .Change("singleSignOn.provider")
            .To.Should()
            .BeNull();
        (await api.VerifyAsync()).Flag("valid").Should().BeTrue();
    }

    [Fact]
    public async Task What_is_kept_of_the_subject_is_a_hash()
    {
        var (id, visitor) = await api.NewVisitorAsync();
        (await NewBrowser().SignInAsync(visitor)).ShouldBe(200);
        var kept = await api.InDatabaseAsync(db => db.UserLogins.SingleAsync(l => l.UserId == id));
        kept.ProviderKey.Should().Be(Secret.HashOf(visitor.Subject));
        kept.ProviderDisplayName.Should().BeNull();
    }

    [Fact]
    public async Task Of_two_first_visits_at_once_both_find_one_link()
    {
        var (id, visitor) = await api.NewVisitorAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => NewBrowser().SignInAsync(visitor)));
        replies.Should().AllSatisfy(r => r.ShouldBe(200));
        (await LinksAsync(id)).Should().Be(1);
    }

    private Browser NewBrowser() => new(api, api.Provider);

    private async Task<Guid> WhoAsync(Reply tokens) =>
        (await api.With(tokens.ShouldBe(200).Text("accessToken")).GetAsync("me")).ShouldBe(200).Id("id");

    private Task<int> LinksAsync(Guid user) =>
        api.InDatabaseAsync(db => db.UserLogins.CountAsync(l => l.UserId == user));
}
