using System.Globalization;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>The dashboard says what the API says.</summary>
[Collection(OneProgram.Name)]
public sealed class DashboardTests(WebApp app)
{
    [BrowserTheory]
    [InlineData("", "")]
    [InlineData("ledger=planned", "")]
    [InlineData("ledger=delivered&asOf=2026-01-31", "asOf=2026-01-31")]
    public async Task Every_figure_is_the_api_s(string query, string asked)
    {
        var reply = await app.ReplyAsync($"portfolios/{app.Portfolio}/dashboard?{asked}");
        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync($"/portfolios/{app.Portfolio}?{query}");

        var figures = await tab.Page.EvaluateAsync<string[][]>(
            "[...document.querySelectorAll('data[data-figure]')].map(d => [d.dataset.figure, d.value])"
        );
        figures.Length.Should().BeGreaterThan(60);
        foreach (var figure in figures)
            decimal.Parse(figure[1], CultureInfo.InvariantCulture)
                .Should()
                .Be(Figures.At(reply, figure[0]), "of {0}", figure[0]);
    }
}
