using System.Globalization;
using System.Text;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Dashboards;

/// <summary>A year of 10,000 projects, many of them at the largest amount that there can be: nothing overflows, not a cent is lost.</summary>
public sealed class LargePortfolioTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    private const int Projects = 10_000;

    [Fact]
    public async Task Ten_thousand_projects_add_up_to_the_cent()
    {
        var fund = await Fund.OpenAsync(api);
        var (file, total) = Grants();
        var report = (
            await api.Administrator.UploadAsync($"imports?portfolioId={fund.Id}", "grants.csv", file)
        ).ShouldBe(200);
        report.Number("created").Should().Be(Projects);
        report.Figure("committed.amount").Should().Be(total);

        var dashboard = (await fund.DashboardAsync()).ShouldBe(200);
        dashboard.Number("projects.total").Should().Be(Projects);
        dashboard.Figure("totals.committed.amount").Should().Be(total);
        foreach (var breakdown in new[] { "sdg", "domain", "region" })
            dashboard
                .Items($"breakdown.{breakdown}")
                .Sum(l => l["committed"]!["amount"]!.GetValue<decimal>())
                .Should()
                .Be(total);
        (await fund.DashboardAsync("?asOf=2020-06-30"))
            .ShouldBe(200)
            .Number("projects.total")
            .Should()
            .Be(Enumerable.Range(0, Projects).Count(i => AwardedOn(i) <= new DateOnly(2020, 6, 30)));
        (await api.Administrator.GetAsync($"projects?portfolioId={fund.Id}&page=200&pageSize=50&sort=-code"))
            .ShouldBe(200)
            .Items()
            .Should()
            .HaveCount(50);
    }

    private static (byte[] File, decimal Total) Grants()
    {
        var text = new StringBuilder(
            "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name\r\n"
        );
        var total = 0m;
        for (var i = 0; i < Projects; i++)
        {
            var amount = i % 2 == 0 ? 100_000_000_000m - i / 100m : i / 100m;
            total += amount;
            text.Append(
                CultureInfo.InvariantCulture,
                $"360G-large-{i},Grant {i},A grant,EUR,{amount:0.00},{AwardedOn(i):yyyy-MM-dd},GB-CHC-{i % 50},Association {i % 50},GB-CHC-999999,The fund\r\n"
            );
        }
        return (Encoding.UTF8.GetBytes(text.ToString()), total);
    }

    private static DateOnly AwardedOn(int i) => new DateOnly(2020, 1, 1).AddDays(i % 366);
}
