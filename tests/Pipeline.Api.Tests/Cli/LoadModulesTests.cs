using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Api.Tests.Speed;

namespace Pipeline.Api.Tests.Cli;

/// <summary>What <c>--modules</c> adds to generated projects is what the modules themselves would have written, and reading it costs no more commands than reading none.</summary>
public sealed class LoadModulesTests(LoadModulesTests.ModulesApi api) : IClassFixture<LoadModulesTests.ModulesApi>
{
    [Fact]
    public async Task Every_module_reads_what_was_generated()
    {
        var portfolio = (await api.Administrator.GetAsync("portfolios?q=LOAD-001")).ShouldBe(200).Items()[0]["id"]!;
        using var book = Book.Open(
            (await api.Administrator.GetAsync($"portfolios/{portfolio}/report.xlsx")).ShouldBe(200).Bytes
        );
        book.Sheets.Skip(8)
            .Should()
            .Equal(
                "Agreements",
                "Evaluation plan",
                "Economics",
                "Alliances",
                "Impacts",
                "Indicators",
                "Territories",
                "Risks",
                "Progress",
                "Cohorts",
                "Definitions"
            );
        foreach (
            var (sheet, heading) in new[]
            {
                ("Commitments", "Repaid"),
                ("Commitments", "Agreement signed on"),
                ("Commitments", "Alliance"),
                ("Deliveries", "Provider"),
                ("Evaluations", "Planned evaluation"),
                ("Transitions", "Lessons"),
                ("Impacts", "What was found"),
                ("Progress", "Report"),
            }
        )
            book.Table(sheet).Should().Contain(row => row.ContainsKey(heading), "{0} says {1}", sheet, heading);
        var projects = (await api.Administrator.GetAsync($"projects?portfolioId={portfolio}&pageSize=200"))
            .ShouldBe(200)
            .Items();
        projects.Should().HaveCount(ModulesApi.Projects);
        foreach (
            var path in new[]
            {
                "agreements/{0}",
                "evaluation-plan",
                "economics/current",
                "economics/target",
                "alliances",
                "impacts",
                "indicator-targets",
                "indicator-readings",
                "risks",
                "progress-reports",
                "diagnoses",
                "evaluations",
                "participations",
                "commitments",
            }
        )
            (
                await api.Administrator.GetAsync(
                    $"projects/{projects[0]["id"]}/{string.Format(System.Globalization.CultureInfo.InvariantCulture, path, portfolio)}"
                )
            ).ShouldBe(200);
        (await api.Administrator.GetAsync($"deadlines?portfolioId={portfolio}"))
            .ShouldBe(200)
            .Items()
            .Should()
            .NotBeEmpty();
        (await api.Administrator.GetAsync("audit/verify")).ShouldBe(200)["firstBroken"].Should().BeNull();
    }

    [Fact]
    public async Task What_stands_is_read_once_and_again_where_there_is_more()
    {
        var portfolio = (await api.Administrator.GetAsync("portfolios?q=LOAD-002")).ShouldBe(200).Items()[0]["id"]!;
        var project = (await api.Administrator.GetAsync($"projects?portfolioId={portfolio}")).Items()[0]["id"]!;
        var first = await SentAsync();
        first.Commands.Should().BeInRange(1, 30);
        first.Reads.Should().Be(1, "nothing was read before");
        var again = await SentAsync();
        again.Commands.Should().BeLessThan(first.Commands);
        again.Reads.Should().Be(0, "nothing has come since");
        var risks = (await api.Administrator.GetAsync($"projects/{project}/risks")).ShouldBe(200);
        var before = (await api.Administrator.GetAsync($"portfolios/{portfolio}/dashboard")).Number("risks.open");
        (
            await api.Administrator.PutAsync(
                $"projects/{project}/risks",
                new { risks = Array.Empty<object>() },
                risks.ETag
            )
        ).ShouldBe(200);
        (await SentAsync()).Reads.Should().Be(1, "a version has come");
        (await api.Administrator.GetAsync($"portfolios/{portfolio}/dashboard"))
            .Number("risks.open")
            .Should()
            .Be(before - risks.Items("risks").Count(r => r["closedOn"] is null));

        async Task<(int Commands, int Reads)> SentAsync()
        {
            var sent = await SentSql.DuringAsync(
                api,
                async () => (await api.Administrator.GetAsync($"portfolios/{portfolio}/dashboard")).ShouldBe(200)
            );
            // The documents of projects; a portfolio's own are read each time.
            string[] parts = ["DocumentVersions", "Json", "ProjectId", "IS NOT NULL"];
            return (
                sent.Count,
                sent.Statements.Count(sql => parts.All(part => sql.Contains(part, StringComparison.Ordinal)))
            );
        }
    }

    /// <summary>The product over generated portfolios that use every module.</summary>
    public sealed class ModulesApi : PipelineApi
    {
        public const int Projects = 30;

        protected override async Task FillAsync(string folder, IReadOnlyDictionary<string, string> settings)
        {
            CommandLine.Ended[] both =
            [
                await CommandLine.SeedAsync(
                    folder,
                    ["--projects", "34", "--seed", "11", "--sizes", $"{Projects},4", "--modules"],
                    settings
                ),
                await CommandLine.RunAsync(folder, ["create-admin", AdministratorEmail], settings),
            ];
            foreach (var ended in both)
                ended.ExitCode.Should().Be(0, "{0}{1}", ended.Output, ended.Error);
        }
    }
}
