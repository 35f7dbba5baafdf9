using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Application.Ledgers;

namespace Pipeline.Api.Tests.Ledgers;

/// <summary>The fund that the research describes: 27 associations, 32 M€, 17 % of it in capacity building (RC 5-2).</summary>
[UseCases(typeof(GetProjectRatios))]
public sealed class ReferenceFundTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const int Projects = 27;
    private const long Total = 32_000_000_00,
        Capacity = 5_440_000_00;

    [Fact]
    public async Task Portfolio_and_projects_come_out_at_17_percent_beside_the_references()
    {
        var fund = await Fund.OpenAsync(api);
        var projects = new List<TestProject>();
        for (var i = 0; i < Projects; i++)
            projects.Add(await fund.ProjectAsync());
        for (var i = 0; i < Projects; i++)
        {
            // Two levers count as capacity building; what does not divide evenly goes to the first projects, so that the total is exact.
            var (capacity, funding) = (Share(Capacity, i), Share(Total - Capacity, i));
            await SupportAsync(projects[i], "funding", funding);
            await SupportAsync(projects[i], "expertiseAndNetworks", capacity / 2);
            await SupportAsync(projects[i], "strategyAndGovernance", capacity - capacity / 2);
            (
                await projects[i]
                    .PlanAsync(
                        ("scalingOut", "funding", funding / 100m),
                        ("scalingOut", "strategyAndGovernance", capacity / 100m)
                    )
            ).ShouldBe(200);
        }

        var dashboard = (await fund.DashboardAsync()).ShouldBe(200);
        dashboard.Figure("totals.committed.amount").Should().Be(32_000_000.00m);
        dashboard.Figure("totals.delivered.amount").Should().Be(32_000_000.00m);
        dashboard.Number("projects.total").Should().Be(Projects);
        ShouldBe17(dashboard, "ratios.");
        var bySource = dashboard
            .Items("ratios.capacityBuilding.references")
            .Select(r => r["value"]!.GetValue<decimal>());
        bySource.Should().Contain([0.02m, 0.17m, 0.22m, 0.30m]);
        dashboard
            .Items("ratios.capacityBuilding.references")
            .Should()
            .OnlyContain(r => r["citation"]!.GetValue<string>().Length > 0);

        foreach (var project in projects)
        {
            var ratios = (await api.Administrator.GetAsync($"{project.Path}/ratios")).ShouldBe(200);
            ShouldBe17(ratios, "");
            var scalingOut = ratios.Items("byPhase").Single(p => p["phase"]!.GetValue<string>() == "scalingOut");
            scalingOut["capacityBuilding"]!["committed"]!["value"]!.GetValue<decimal>().Should().Be(0.1700m);
        }
    }

    private static void ShouldBe17(Reply reply, string at)
    {
        foreach (var basis in new[] { "planned", "committed", "delivered" })
        {
            reply.Figure($"{at}capacityBuilding.{basis}.value").Should().Be(0.1700m);
            reply
                .Text($"{at}capacityBuilding.{basis}.status")
                .Should()
                .Be("missed", "17 % is further than a tenth from 22 %");
            reply.Figure($"{at}evaluation.{basis}.value").Should().Be(0m);
            reply.Text($"{at}evaluation.{basis}.status").Should().Be("met");
        }
        reply.Figure($"{at}capacityBuilding.target").Should().Be(0.22m);
        reply.Figure($"{at}evaluation.ceiling").Should().Be(0.10m);
    }

    private static long Share(long cents, int i) => cents / Projects + (i < cents % Projects ? 1 : 0);

    private static async Task SupportAsync(TestProject project, string lever, long cents)
    {
        var commitment = await project.CommitAsync(cents / 100m, "scalingOut", lever);
        (await project.DeliverAsync(commitment, cents / 100m)).ShouldBe(201);
    }

    [Fact]
    public async Task Over_nothing_a_ratio_is_undefined_and_says_why()
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var ratios = (await api.Administrator.GetAsync($"{project.Path}/ratios")).ShouldBe(200);
        ratios["capacityBuilding.committed"]!.AsObject().ContainsKey("value").Should().BeTrue();
        ratios["capacityBuilding.committed.value"].Should().BeNull();
        ratios.Text("capacityBuilding.committed.reason").Should().NotBeEmpty();
        (await api.Administrator.GetAsync($"{project.Path}/ratios", "fr"))
            .Text("capacityBuilding.committed.reason")
            .Should()
            .NotBe(ratios.Text("capacityBuilding.committed.reason"));
    }

    [Theory]
    [InlineData(78, 22, "met")]
    [InlineData(78.01, 21.99, "near")]
    [InlineData(80.2, 19.8, "near")]
    [InlineData(80.21, 19.79, "missed")]
    public async Task The_status_is_decided_on_the_exact_fraction(decimal funding, decimal capacity, string status)
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        await project.CommitAsync(funding);
        await project.CommitAsync(capacity, lever: "expertiseAndNetworks");
        (await api.Administrator.GetAsync($"{project.Path}/ratios"))
            .Text("capacityBuilding.committed.status")
            .Should()
            .Be(status);
    }

    [Theory]
    [InlineData("Summary", "0.000%")]
    [InlineData("Ratios", "0.0##########%")]
    public async Task A_workbook_writes_a_share_on_its_side_of_the_threshold(string sheet, string format)
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        await project.CommitAsync(78_004);
        await project.CommitAsync(21_996, lever: "expertiseAndNetworks");
        using var book = Book.Open(
            (await api.Administrator.GetAsync($"portfolios/{fund.Id}/report.xlsx")).ShouldBe(200).Bytes
        );

        book.Cells(sheet)
            .Where(c => c.CellValue?.Text is "0.21996")
            .Select(book.LookOf)
            .Should()
            .NotBeEmpty()
            .And.AllSatisfy(look => look.Should().StartWith(format));
    }

    [Theory]
    [InlineData(90, 10, "met")]
    [InlineData(89.99, 10.01, "near")]
    [InlineData(89, 11, "near")]
    [InlineData(88.99, 11.01, "missed")]
    public async Task So_is_the_evaluation_shares(decimal funding, decimal evaluation, string status)
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        await project.CommitAsync(funding);
        await project.CommitAsync(evaluation, lever: "evaluation");
        (await api.Administrator.GetAsync($"{project.Path}/ratios"))
            .Text("evaluation.committed.status")
            .Should()
            .Be(status);
    }
}
