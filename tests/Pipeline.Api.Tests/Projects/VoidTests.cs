using Pipeline.Api.Tests.Common;
using Pipeline.Application.Projects;

namespace Pipeline.Api.Tests.Projects;

/// <summary>A project that was entered by mistake leaves everything from now on, and nothing that was known before.</summary>
[UseCases(typeof(VoidProject))]
public sealed class VoidTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private static readonly object Because = new { reason = "Entered twice" };

    [Fact]
    public async Task It_leaves_lists_figures_and_exports_and_its_code_is_free_again()
    {
        var fund = await Fund.OpenAsync(api);
        var (kept, mistaken) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        await kept.CommitAsync(100);
        await mistaken.CommitAsync(900);
        (await mistaken.PlanAsync(("conception", "funding", 900))).ShouldBe(200);
        (await fund.DashboardAsync()).Number("projects.total").Should().Be(2);
        var owner = await mistaken.OwnerAsync();

        (await api.Administrator.PostAsync($"{mistaken.Path}/void", Because)).ShouldBe(204);

        var dashboard = await fund.DashboardAsync();
        dashboard.Number("projects.total").Should().Be(1);
        Total(dashboard, "committed").Should().Be(100);
        Total(dashboard, "planned").Should().Be(0);
        (await api.Administrator.GetAsync($"projects?portfolioId={fund.Id}"))
            .ShouldBe(200)
            .Items()
            .Select(p => p["code"]!.GetValue<string>())
            .Should()
            .Equal(kept.Code);
        (await api.Administrator.GetAsync($"projects?q={mistaken.Code}"))
            .ShouldBe(200)
            .Number("totalItems")
            .Should()
            .Be(0);
        foreach (var register in new[] { "projects", "commitments", "transitions" })
            (await ExportAsync($"{register}/export.csv?portfolioId={fund.Id}"))
                .Should()
                .NotContain(mistaken.Code, "{0} leave it out", register);
        (await ExportAsync($"portfolios/{fund.Id}/subsidies.csv")).Should().NotContain(mistaken.Code);
        foreach (var path in new[] { "", "/ratios", "/plan", "/commitments", "/transitions", "/transitions/available" })
            (await api.Administrator.GetAsync(mistaken.Path + path)).ShouldBeProblem(404, "not_found");
        (await owner.GetAsync("me")).Items("projects").Should().BeEmpty();
        (await mistaken.TryCommitAsync(1)).ShouldBeProblem(404, "not_found");

        var again = await api.Administrator.PostAsync(
            "projects",
            new
            {
                code = mistaken.Code,
                name = "Entered rightly",
                ownerOrganisationId = fund.OrganisationId,
                portfolioId = fund.Id,
                startedOn = "2015-01-01",
            }
        );
        again.ShouldBe(201);
    }

    [Fact]
    public async Task A_clock_that_goes_back_takes_nothing_back_before_what_was_answered()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(900);
        var before = (await fund.DashboardAsync()).ShouldBe(200);
        api.Clock.Advance(TimeSpan.FromMinutes(-5));
        try
        {
            (await api.Administrator.PostAsync($"{project.Path}/void", Because)).ShouldBe(204);
            (await fund.DashboardAsync($"?asOf={before.Text("asOf")}&knownAt={before.Text("knownAt")}"))
                .ShouldBe(200)
                .Json!.ToJsonString()
                .Should()
                .Be(before.Json!.ToJsonString());
            (await fund.DashboardAsync()).ShouldBe(200).Number("projects.total").Should().Be(0);
        }
        finally
        {
            api.Clock.Advance(TimeSpan.FromMinutes(5));
        }
    }

    [Fact]
    public async Task Views_of_before_and_the_audit_keep_it()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(900);
        var before = await fund.DashboardAsync();
        var view = $"?asOf={before.Text("asOf")}&knownAt={before.Text("knownAt")}";
        var manager = await fund.MemberAsync("manager");
        var investor = await fund.MemberAsync("investor");
        var (sheet, subsidies) = (await BookAsync(fund, view), $"portfolios/{fund.Id}/subsidies.csv{view}");
        var lines = await ExportAsync(subsidies);

        (await manager.PostAsync($"{project.Path}/void", Because)).ShouldBe(204);

        var after = await fund.DashboardAsync(view);
        after.Json!.ToJsonString().Should().Be(before.Json!.ToJsonString());
        (await ExportAsync(subsidies)).Should().Be(lines);
        (await BookAsync(fund, view)).Should().Equal(sheet);
        (await BookAsync(fund, "")).Should().NotEqual(sheet);
        var history = (await manager.GetAsync($"{project.Path}/history")).ShouldBe(200);
        history.Json!.ToJsonString().Should().Contain("Entered twice");
        (await investor.GetAsync($"{project.Path}/history")).ShouldBeProblem(404, "not_found");
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200).Flag("valid").Should().BeTrue();
    }

    [Fact]
    public async Task What_support_was_delivered_to_was_no_mistake()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var commitment = await project.CommitAsync(900);
        var delivery = (await project.DeliverAsync(commitment, 10)).ShouldBe(201).Id("id");
        (await api.Administrator.PostAsync($"{project.Path}/void", Because)).ShouldBeProblem(
            409,
            "project_has_deliveries"
        );
        (await project.ReverseAsync(commitment, delivery)).ShouldBe(201);
        (await api.Administrator.PostAsync($"{project.Path}/void", Because)).ShouldBeProblem(
            409,
            "project_has_deliveries"
        );
        (await project.GetAsync()).Text("code").Should().Be(project.Code);
    }

    [Fact]
    public async Task Managers_alone_may_and_have_to_say_why()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var owner = await project.OwnerAsync();
        var manager = await fund.MemberAsync("manager");
        (await owner.PostAsync($"{project.Path}/void", Because)).ShouldBeProblem(403, "managers_only");
        (await manager.PostAsync($"{project.Path}/void", new { reason = " " })).ShouldBlame("reason", "required");
        (await manager.PostAsync($"{project.Path}/void", Because)).ShouldBe(204);
        (await manager.PostAsync($"{project.Path}/void", Because)).ShouldBeProblem(404, "not_found");
    }

    private static decimal Total(Reply dashboard, string basis) =>
        dashboard.Items($"money.{basis}").Sum(line => line["amount"]!["amount"]!.GetValue<decimal>());

    private async Task<string> ExportAsync(string path) =>
        System.Text.Encoding.UTF8.GetString((await api.Administrator.GetAsync(path)).ShouldBe(200).Bytes);

    // What the workbook's sheets of projects and commitments say, but for the version that an edit of the sheet has to name: it is today's.
    private async Task<IReadOnlyList<string>> BookAsync(Fund fund, string view)
    {
        var bytes = (await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx{view}")).ShouldBe(200).Bytes;
        using var book = new ClosedXML.Excel.XLWorkbook(new MemoryStream(bytes));
        return
        [
            .. new[] { "Projects", "Commitments" }.SelectMany(name =>
                book.Worksheet(name)
                    .CellsUsed()
                    .Where(cell => cell.WorksheetColumn().Cell(1).GetString() is not ("Version" or "Project version"))
                    .Select(cell => $"{name}!{cell.Address}={cell.CachedValue}")
            ),
        ];
    }
}
