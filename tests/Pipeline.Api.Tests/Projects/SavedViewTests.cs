using Pipeline.Api.Tests.Common;
using Pipeline.Application.Projects;

namespace Pipeline.Api.Tests.Projects;

/// <summary>Views of the list that people keep: each their own, unless they share it.</summary>
[UseCases(typeof(ListSavedViews), typeof(SaveView), typeof(RemoveView))]
public sealed class SavedViewTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task A_view_is_mine_until_I_share_it_and_ends_with_me()
    {
        var fund = await Fund.OpenAsync(api);
        var portfolio = fund.Id;
        var (mine, colleague) = (await fund.MemberAsync("investor"), await fund.MemberAsync("finance"));
        var stranger = await api.NewUserAsync("Stranger");
        await SaveAsync(mine, "Late ones", "?phase=modelling&sort=-phaseSince", null);
        (await ListedAsync(mine)).Should().Equal(("Late ones", "phase=modelling&sort=-phaseSince", true));
        (await ListedAsync(colleague)).Should().BeEmpty();

        await SaveAsync(mine, "Late ones", "phase=modelling", portfolio);
        (await ListedAsync(mine)).Should().Equal(("Late ones", "phase=modelling", true));
        (await ListedAsync(colleague)).Should().Equal(("Late ones", "phase=modelling", false));
        (await ListedAsync(stranger)).Should().BeEmpty();
        (await colleague.DeleteAsync("views/Late%20ones")).ShouldBeProblem(404, "not_found");

        await SaveAsync(colleague, "Late ones", "", null);
        (await ListedAsync(colleague))
            .Should()
            .Equal(("Late ones", "", true), ("Late ones", "phase=modelling", false));
        (await mine.DeleteAsync("views/Late%20ones")).ShouldBe(204);
        (await ListedAsync(mine)).Should().BeEmpty();
        (await ListedAsync(colleague)).Should().Equal(("Late ones", "", true));
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200).Flag("valid").Should().BeTrue();
    }

    [Fact]
    public async Task What_cannot_be_kept_is_refused()
    {
        var portfolio = (await Fund.OpenAsync(api)).Id;
        var stranger = await api.NewUserAsync("Stranger");
        (await stranger.PutAsync("views/x", new { query = "", portfolioId = portfolio })).ShouldBeProblem(
            404,
            "not_found"
        );
        (await stranger.PutAsync($"views/{new string('x', 101)}", new { query = "" })).ShouldBlame("name", "too_long");
        (await stranger.PutAsync("views/x", new { query = new string('x', 2001) })).ShouldBlame("query", "too_long");
        (await ListedAsync(stranger)).Should().BeEmpty();
    }

    private static async Task SaveAsync(Client who, string name, string query, Guid? portfolioId) =>
        (await who.PutAsync($"views/{Uri.EscapeDataString(name)}", new { query, portfolioId })).ShouldBe(204);

    private static async Task<IEnumerable<(string, string, bool)>> ListedAsync(Client who) =>
        (await who.GetAsync("views"))
            .ShouldBe(200)
            .Items()
            .Select(v =>
                (v["name"]!.GetValue<string>(), v["query"]!.GetValue<string>(), v["own"]!.GetValue<bool>())
            );
}
