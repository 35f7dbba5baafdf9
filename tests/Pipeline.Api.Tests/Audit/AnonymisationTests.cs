using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;

namespace Pipeline.Api.Tests.Audit;

/// <summary>Somebody's name can go, and what they did stays told and linked.</summary>
[UseCases(typeof(AnonymiseUser), typeof(ListUsers))]
public sealed class AnonymisationTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Name_and_way_in_are_gone_and_the_chain_holds()
    {
        var fund = await Fund.OpenAsync(api);
        const string email = "camille@private.example",
            name = "Camille Durand";
        (
            await api.Administrator.PostAsync(
                "users",
                new
                {
                    email,
                    name,
                    password = PipelineApi.Password,
                }
            )
        ).ShouldBe(201);
        var camille = await api.SignInAsync(email);
        (
            await api.Administrator.PutAsync($"portfolios/{fund.Id}/members/{camille.UserId}", new { role = "manager" })
        ).ShouldBe(200);
        var project = await fund.ProjectAsync(by: camille);
        (await api.Administrator.PutAsync($"{project.Path}/members/{camille.UserId}", null)).ShouldBe(200);
        (await api.NewestOfAsync(fund.Id))["recordedBy"]!.Text("name").Should().NotBe(name);
        (await HistoryAsync(project)).Should().Contain(name);

        (await camille.PostAsync($"users/{camille.UserId}/anonymisation", new { })).ShouldBeProblem(
            403,
            "administrators_only"
        );
        var gone = (await api.Administrator.PostAsync($"users/{camille.UserId}/anonymisation", new { })).ShouldBe(200);
        (gone.Text("name"), gone.Flag("administrator")).Should().Be(("Anonymised", false));
        gone.Text("email").Should().EndWith("@anonymised.invalid").And.NotContain("camille");

        (await camille.GetAsync("me")).ShouldBe(401);
        (await api.Anonymous().PostAsync("auth/login", new { email, password = PipelineApi.Password })).ShouldBeProblem(
            401,
            "invalid_credentials"
        );
        (
            await api.Anonymous()
                .PostAsync("auth/login", new { email = gone.Text("email"), password = PipelineApi.Password })
        ).ShouldBeProblem(401, "invalid_credentials");
        (await api.Administrator.GetAsync("users?pageSize=200"))
            .ShouldBe(200)
            .Json!.ToJsonString()
            .Should()
            .NotContain(name)
            .And.NotContain(email);
        (await HistoryAsync(project))
            .Should()
            .NotContain(name)
            .And.Contain("Anonymised", "what they did keeps its author by id");
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/members"))
            .ShouldBe(200)
            .Items()
            .Should()
            .BeEmpty("their roles end");
        (await project.GetAsync()).Items("owners").Should().BeEmpty();

        (await api.VerifyAsync()).Flag("valid").Should().BeTrue();
        var told = await api.NewestOfAsync(camille.UserId);
        told.Fields().Should().BeEquivalentTo("email", "name", "password", "anonymisedAt");
    }

    [Fact]
    public async Task It_is_done_once_and_for_all()
    {
        var user = await api.NewUserAsync("Once");
        var first = (await api.Administrator.PostAsync($"users/{user.UserId}/anonymisation", new { })).ShouldBe(200);
        var second = (await api.Administrator.PostAsync($"users/{user.UserId}/anonymisation", new { })).ShouldBe(200);
        second.ETag.Should().Be(first.ETag);
        (
            await api.Administrator.PutAsync(
                $"users/{user.UserId}",
                new { name = "Back again", administrator = true },
                first.ETag
            )
        ).ShouldBeProblem(409, "user_anonymised");
        (await api.Administrator.PostAsync($"users/{user.UserId}/invitation", new { })).ShouldBeProblem(
            409,
            "user_anonymised"
        );
        (await api.Administrator.PostAsync($"users/{Guid.Empty}/anonymisation", new { })).ShouldBeProblem(
            404,
            "not_found"
        );
        var fund = await Fund.OpenAsync(api);
        (
            await api.Administrator.PutAsync($"portfolios/{fund.Id}/members/{user.UserId}", new { role = "manager" })
        ).ShouldBeProblem(404, "not_found");
        (
            await api.Administrator.PutAsync($"{(await fund.ProjectAsync()).Path}/members/{user.UserId}", null)
        ).ShouldBeProblem(404, "not_found");
    }

    [Fact]
    public async Task Nothing_is_left_of_sessions_and_links_and_no_link_is_sent_any_more()
    {
        var user = await api.NewUserAsync("With a link");
        var me = (await user.GetAsync("me")).ShouldBe(200);
        api.Links.Empty();
        (await api.Anonymous().PostAsync("auth/password-reset", new { email = me.Text("email") })).ShouldBe(202);
        await api.Links.NextAsync();
        var gone = (await api.Administrator.PostAsync($"users/{user.UserId}/anonymisation", new { })).ShouldBe(200);
        (
            await api.InDatabaseAsync(db =>
                Task.FromResult(
                    (db.Sessions.Count(s => s.UserId == user.UserId), db.Links.Count(l => l.UserId == user.UserId))
                )
            )
        )
            .Should()
            .Be((0, 0));

        (await api.Anonymous().PostAsync("auth/password-reset", new { email = gone.Text("email") })).ShouldBe(202);
        // Requests are carried out in their order: what comes first is somebody else's.
        (
            await api.Anonymous().PostAsync("auth/password-reset", new { email = PipelineApi.AdministratorEmail })
        ).ShouldBe(202);
        (await api.Links.NextAsync()).Email.Should().Be(PipelineApi.AdministratorEmail);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        (await api.Administrator.PostAsync($"users/{api.Administrator.UserId}/anonymisation", new { })).ShouldBeProblem(
            409,
            "last_administrator"
        );
        (await api.Administrator.GetAsync("me")).ShouldBe(200);
    }

    [Fact]
    public async Task The_address_is_free_again()
    {
        const string email = "again@private.example";
        var user = (
            await api.Administrator.PostAsync(
                "users",
                new
                {
                    email,
                    name = "First",
                    password = PipelineApi.Password,
                }
            )
        ).ShouldBe(201);
        (await api.Administrator.PostAsync($"users/{user.Id("id")}/anonymisation", new { })).ShouldBe(200);
        (
            await api.Administrator.PostAsync(
                "users",
                new
                {
                    email,
                    name = "Second",
                    password = PipelineApi.Password,
                }
            )
        ).ShouldBe(201);
    }

    private async Task<string> HistoryAsync(TestProject project) =>
        (await api.Administrator.GetAsync($"{project.Path}/history")).ShouldBe(200).Json!.ToJsonString();
}
