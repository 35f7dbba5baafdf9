using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;
using Pipeline.Application.Portfolios;

namespace Pipeline.Api.Tests.Access;

[UseCases(typeof(GetMe), typeof(SetMember), typeof(RemoveMember))]
public sealed class SignInTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Tokens_are_given_renewed_and_ended()
    {
        var fund = await Fund.OpenAsync(api);
        var manager = await fund.MemberAsync("manager");
        var me = (await manager.GetAsync("me")).ShouldBe(200);
        (me.Text("portfolios.0.code"), me.Text("portfolios.0.role"), me.Flag("administrator"))
            .Should()
            .Be((fund.Code, "manager", false));

        var tokens = (
            await api.Anonymous()
                .PostAsync("auth/login", new { email = me.Text("email"), password = "correct horse battery staple" })
        ).ShouldBe(200);
        tokens.Text("tokenType").Should().Be("Bearer");
        tokens.Number("expiresIn").Should().BePositive();
        (await api.Anonymous().PostAsync("auth/refresh", new { refreshToken = tokens.Text("refreshToken") }))
            .ShouldBe(200)
            .Text("accessToken")
            .Should()
            .NotBeEmpty();

        (await manager.PostAsync("auth/logout", new { })).ShouldBe(204);
        (await manager.GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_are_told_alike()
    {
        var (wrong, unknown) = (
            await LoginAsync("admin@test.pipeline", "wrong"),
            await LoginAsync("nobody@test.pipeline", "wrong")
        );
        wrong.ShouldBeProblem(401, "invalid_credentials");
        unknown.ShouldBeProblem(401, "invalid_credentials").Text("detail").Should().Be(wrong.Text("detail"));
        (await api.Anonymous().PostAsync("auth/login", new { email = "a@b.org" })).ShouldBlame("password", "required");
        (await api.Anonymous().PostAsync("auth/refresh", new { refreshToken = "nonsense" })).ShouldBeProblem(
            401,
            "invalid_refresh_token"
        );
    }

    [Fact]
    public async Task Guessing_locks_the_account()
    {
        var user = await api.NewUserAsync("Guessed");
        var email = (await user.GetAsync("me")).Text("email");
        for (var i = 0; i < 10; i++)
            await LoginAsync(email, "guess");
        (await LoginAsync(email, "correct horse battery staple")).ShouldBeProblem(429, "too_many_requests");
    }

    [Fact]
    public async Task Guessing_is_answered_alike_whether_there_is_an_account_or_not()
    {
        var known = (await (await api.NewUserAsync("Known")).GetAsync("me")).Text("email");
        var invited = $"{api.NewCode("invited")}@test.pipeline";
        (await api.Administrator.PostAsync("users", new { email = invited, name = "Invited" })).ShouldBe(201);
        var answers = new List<string>();
        foreach (var email in new[] { known, invited, "Nobody-at-all@test.pipeline" })
        {
            var told = new List<string>();
            for (var i = 0; i < 12; i++)
                told.Add((await LoginAsync(i % 2 == 0 ? email : email.ToUpperInvariant(), "guess")).Text("code"));
            answers.Add(string.Join(' ', told));
        }
        answers[0].Should().Contain("invalid_credentials").And.EndWith("too_many_requests");
        answers.Distinct().Should().ContainSingle("the answers are {0}", string.Join("; ", answers));
        api.Clock.Advance(TimeSpan.FromMinutes(6));
        (await LoginAsync("nobody-at-all@test.pipeline", "guess")).ShouldBeProblem(401, "invalid_credentials");
    }

    [Fact]
    public async Task Only_administrators_add_people_and_portfolios()
    {
        var manager = await (await Fund.OpenAsync(api)).MemberAsync("manager");
        (
            await manager.PostAsync(
                "users",
                new
                {
                    email = "x@test.pipeline",
                    name = "X",
                    password = "long enough password",
                }
            )
        ).ShouldBeProblem(403, "administrators_only");
        (await manager.GetAsync("users")).ShouldBe(403);
        (
            await api.Administrator.PostAsync(
                "users",
                new
                {
                    email = "not an address",
                    name = "X",
                    password = "long enough password",
                }
            )
        ).ShouldBe(422);
        (
            await api.Administrator.PostAsync(
                "users",
                new
                {
                    email = "short@test.pipeline",
                    name = "X",
                    password = "short",
                }
            )
        ).ShouldBe(422);
        (
            await api.Administrator.PostAsync(
                "users",
                new
                {
                    email = "admin@test.pipeline",
                    name = "X",
                    password = "long enough password",
                }
            )
        ).Status.Should().BeOneOf(409, 422);
    }

    [Fact]
    public async Task Who_loses_a_role_loses_the_view_at_once()
    {
        var fund = await Fund.OpenAsync(api);
        var investor = await fund.MemberAsync("investor");
        (await investor.GetAsync($"portfolios/{fund.Id}/dashboard")).ShouldBe(200);
        (await api.Administrator.DeleteAsync($"portfolios/{fund.Id}/members/{investor.UserId}")).ShouldBe(204);
        (await investor.GetAsync($"portfolios/{fund.Id}/dashboard")).ShouldBeProblem(404, "not_found");
    }

    private Task<Reply> LoginAsync(string email, string password) =>
        api.Anonymous().PostAsync("auth/login", new { email, password });
}
