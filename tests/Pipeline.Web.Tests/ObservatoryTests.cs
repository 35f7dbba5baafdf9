using System.Text;
using Pipeline.Api.Tests.Common;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>The observatory's map and the cube as pages: each figure is the API's, and none is a mean.</summary>
[Collection(OneProgram.Name)]
public sealed class ObservatoryTests(WebApp app)
{
    [BrowserFact]
    public async Task Tiles_say_each_region_s_value_with_the_lowest_and_the_highest_marked()
    {
        var reply = await app.ReplyAsync($"portfolios/{app.Portfolio}/observatory?domain=mobilityAndTransport");
        var domain = reply.Items("domains").Single();
        await using var tab = await app.OpenAsAsync("investor", new("fr", JavaScript: false));
        await tab.GoAsync($"/portfolios/{app.Portfolio}/observatory?domain=mobilityAndTransport");
        var maps = tab.Page.Locator("figure.tilemap");
        (await maps.EvaluateAllAsync<string[]>("all => all.map(m => m.dataset.viewpoint)"))
            .Should()
            .Equal(domain["measures"]!.AsArray().Select(m => m!["viewpoint"]!.GetValue<string>()));
        (await maps.First.Locator("g[data-region]").CountAsync()).Should().Be(14);
        (await maps.First.Locator("rect.low").CountAsync()).Should().Be(1);
        (await maps.First.Locator("rect.high").CountAsync()).Should().Be(1);

        var values = domain["regions"]!
            .AsArray()
            .SelectMany(r => r!["values"]!.AsArray())
            .Where(v => v!["viewpoint"]!.GetValue<string>() == "objective")
            .Select(v => v!["value"]!.GetValue<decimal>())
            .ToList();
        var text = await tab.Page.Locator("main").TextContentAsync();
        text.Should().NotContain("moyenne :").And.NotContain($"{decimal.Round(values.Average(), 1)}".Replace('.', ','));
    }

    [BrowserFact]
    public async Task The_cube_s_page_has_the_API_s_cells_and_its_file_all_of_them()
    {
        var query = "rows=lever&columns=phase&measure=committed";
        var cube = await app.ReplyAsync($"portfolios/{app.Portfolio}/cube?{query}");
        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync($"/portfolios/{app.Portfolio}/cube?{query}");
        var figures = await tab.Page.EvaluateAsync<string[][]>(
            "[...document.querySelectorAll('data[data-figure^=\"cells.\"]')].map(d => [d.dataset.figure, d.value])"
        );
        figures.Should().NotBeEmpty();
        foreach (var figure in figures)
        {
            var cell = cube.Items("cells").Single(c => $"cells.{c["row"]}.{c["column"]}" == figure[0])["value"]![
                "amount"
            ]!.GetValue<decimal>();
            decimal.Parse(figure[1], System.Globalization.CultureInfo.InvariantCulture).Should().Be(cell);
        }
        var file = await tab.Page.APIRequest.GetAsync($"{app.Address}/portfolios/{app.Portfolio}/cube.csv?{query}");
        Encoding
            .UTF8.GetString(await file.BodyAsync())
            .Trim()
            .Split('\n')
            .Should()
            .HaveCount(1 + cube.Items("cells").Count);
    }
}
