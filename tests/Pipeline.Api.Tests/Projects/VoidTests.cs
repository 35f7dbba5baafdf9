using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Indicators;
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
        (
            await mistaken.TryCommitAsync(
                900,
                lever: "expertiseAndNetworks",
                more: new
                {
                    nature = "skills",
                    hours = 70,
                    provider = new { organisationId = fund.OrganisationId, kind = "funderStaff" },
                }
            )
        ).ShouldBe(201);
        (await PaysBackAsync(mistaken)).ShouldBe(201);
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("PEOPLE"))).ShouldBe(200);
        (await mistaken.ReadAsync("PEOPLE", "2016-01-01", 3)).ShouldBe(201);
        (await mistaken.PlanAsync(("conception", "funding", 900))).ShouldBe(200);
        (await fund.DashboardAsync()).Number("projects.total").Should().Be(2);
        var owner = await mistaken.OwnerAsync();

        (await api.Administrator.PostAsync($"{mistaken.Path}/void", Because)).ShouldBe(204);

        var dashboard = await fund.DashboardAsync();
        dashboard.Number("projects.total").Should().Be(1);
        Total(dashboard, "committed").Should().Be(100);
        Total(dashboard, "planned").Should().Be(0);
        dashboard["breakdown.instrument"]!.ToJsonString().Should().NotContain("33.75", "nothing came back on it");
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/providers")).ShouldBe(200).Items().Should().BeEmpty();
        const string cube = "rows=lever&columns=phase&measure=committed";
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/cube?{cube}"))
            .ShouldBe(200)
            .Figure("total.amount")
            .Should()
            .Be(100);
        (await api.Administrator.GetAsync($"portfolios/{fund.Id}/cube/projects?{cube}"))
            .ShouldBe(200)
            .Json!.ToJsonString()
            .Should()
            .NotContain(mistaken.Code);
        (await ExportAsync($"portfolios/{fund.Id}/cube.csv?{cube}")).Should().NotContain("900");
        (await fund.SetIndicatorsAsync(IndicatorApi.Indicator("PEOPLE", new { unit = "hours" }))).ShouldBe(200);
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
        foreach (var list in new[] { "alliances", "risks", "lessons", "diagnoses", "deadlines" })
            (await ExportAsync(list == "deadlines" ? $"{list}?portfolioId={fund.Id}" : $"portfolios/{fund.Id}/{list}"))
                .Should()
                .NotContain(mistaken.Code, "{0} leave it out", list);
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
    public async Task A_fund_that_had_left_it_has_it_on_no_earlier_day_either()
    {
        var (fund, left) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await fund.ProjectAsync();
        var holding = $"portfolios/{left.Id}/holdings/{project.Id}";
        (await api.Administrator.PutAsync(holding, new { kind = "coFunder" })).ShouldBe(200);
        var day = api.Clock.Today;
        await api.DaysGoByAsync(2);
        (
            await api.Administrator.PostAsync(
                $"{holding}/end",
                new { endedOn = $"{day.AddDays(1):yyyy-MM-dd}", reason = "Over" }
            )
        ).ShouldBe(200);
        (await HeldAsync()).Should().Be(1, "it had it on that day");
        (await api.Administrator.PostAsync($"{project.Path}/void", Because)).ShouldBe(204);
        (await HeldAsync()).Should().Be(0);

        async Task<int> HeldAsync() =>
            (await left.DashboardAsync($"?asOf={day:yyyy-MM-dd}")).ShouldBe(200).Number("projects.total");
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

    private async Task<Reply> PaysBackAsync(TestProject project) =>
        await api.Administrator.PostAsync(
            $"{project.Path}/commitments/{await project.LendAsync(50)}/repayments",
            new { amount = project.Money(33.75m), repaidOn = "2016-01-01" }
        );

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
