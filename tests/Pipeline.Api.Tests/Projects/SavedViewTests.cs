using Pipeline.Api.Tests.Common;
using Pipeline.Application.Projects;
using Pipeline.Domain.Projects;

namespace Pipeline.Api.Tests.Projects;

/// <summary>Views of the list that people keep: each their own, unless a manager shares it.</summary>
[UseCases(typeof(ListSavedViews), typeof(SaveView), typeof(ChangeView), typeof(RemoveView))]
public sealed class SavedViewTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_view_is_mine_until_a_manager_shares_it()
    {
        var fund = await Fund.OpenAsync(api);
        var (manager, colleague) = (await fund.MemberAsync("manager"), await fund.MemberAsync("investor"));
        var stranger = await api.NewUserAsync("Stranger");
        var saved = (await SaveAsync(manager, "Late ones", "?phase=modelling&sort=-phaseSince")).ShouldBe(201);
        (saved.Text("query"), saved["portfolio"], saved.Flag("own"), saved.Number("version"))
            .Should()
            .Be(("phase=modelling&sort=-phaseSince", null, true, 1));
        (await ListedAsync(colleague)).Should().BeEmpty();
        var path = $"views/{saved.Id("id")}";
        (await colleague.DeleteAsync(path)).ShouldBeProblem(404, "not_found");

        var shared = (await manager.PutAsync(path, Body("Modelled", "phase=modelling", fund.Id), saved.ETag)).ShouldBe(
            200
        );
        shared.Text("portfolio.name").Should().Be(fund.Code);
        (await manager.PutAsync(path, Body("Lost"), saved.ETag)).ShouldBeProblem(412, "stale");
        (await manager.PutAsync(path, Body("Lost"))).ShouldBeProblem(428, "if_match_required");
        (await ListedAsync(colleague)).Should().Equal(("Modelled", "phase=modelling", false));
        (await ListedAsync(stranger)).Should().BeEmpty();
        (await colleague.PutAsync(path, Body("Mine"), shared.ETag)).ShouldBeProblem(403, "managers_only");

        (await SaveAsync(colleague, "Modelled", "")).ShouldBe(201);
        (await ListedAsync(colleague)).Should().Equal(("Modelled", "", true), ("Modelled", "phase=modelling", false));
        var other = await fund.MemberAsync("manager");
        (await other.PutAsync(path, Body("Given back", "", null), "*")).ShouldBe(200);
        (await ListedAsync(other)).Should().BeEmpty("whoever keeps it has it alone again");
        (await ListedAsync(manager)).Should().Equal(("Given back", "", true));
        (await manager.DeleteAsync(path)).ShouldBe(204);
        (await ListedAsync(manager)).Should().BeEmpty();
        (await api.Administrator.GetAsync("audit?limit=200"))
            .ShouldBe(200)
            .Items()
            .Where(e => e["kind"]!.GetValue<string>() == "savedView" && $"{e["entityId"]}" == $"{saved.Id("id")}")
            .Should()
            .HaveCount(4, "it was saved, changed twice and removed");
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200).Flag("valid").Should().BeTrue();
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused_and_nothing_is()
    {
        var fund = await Fund.OpenAsync(api);
        var (stranger, investor) = (await api.NewUserAsync("Stranger"), await fund.MemberAsync("investor"));
        (await SaveAsync(stranger, "x", "", fund.Id)).ShouldBeProblem(404, "not_found");
        (await SaveAsync(investor, "x", "", fund.Id)).ShouldBeProblem(403, "managers_only");
        (await SaveAsync(stranger, " ", "")).ShouldBlame("name", "required");
        (await SaveAsync(stranger, new string('x', 101), "")).ShouldBlame("name", "too_long");
        (await SaveAsync(stranger, "x", new string('x', 2001))).ShouldBlame("query", "too_long");
        (await SaveAsync(stranger, "x", "q=\u0001")).ShouldBlame("query", "invalid_text");
        (await ListedAsync(stranger)).Should().BeEmpty();

        (await SaveAsync(stranger, "x", "")).ShouldBe(201);
        (await SaveAsync(stranger, " x ", "")).ShouldBeProblem(409, "name_taken");
        var second = (await SaveAsync(stranger, "y", "")).ShouldBe(201).Id("id");
        (await stranger.PutAsync($"views/{second}", Body("x"), "*")).ShouldBeProblem(409, "name_taken");
        (await stranger.PutAsync($"views/{second}", Body("y", "q=y"), "*")).ShouldBe(200);
        for (var i = 2; i < SavedView.MostOfOne; i++)
            (await SaveAsync(stranger, $"{i}", "")).ShouldBe(201);
        (await SaveAsync(stranger, "one more", "")).ShouldBeProblem(409, "too_many");
    }

    private static Task<Reply> SaveAsync(Client who, string name, string query, Guid? portfolioId = null) =>
        who.PostAsync("views", Body(name, query, portfolioId));

    private static object Body(string name, string query = "", Guid? portfolioId = null) =>
        new
        {
            name,
            query,
            portfolioId,
        };

    private static async Task<IEnumerable<(string, string, bool)>> ListedAsync(Client who) =>
        (await who.GetAsync("views"))
            .ShouldBe(200)
            .Items()
            .Select(v => (v["name"]!.GetValue<string>(), v["query"]!.GetValue<string>(), v["own"]!.GetValue<bool>()));
}
