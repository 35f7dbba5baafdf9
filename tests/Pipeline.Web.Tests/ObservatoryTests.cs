using System.Text;
using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>The observatory's map, its files, and the cube as pages: each figure is the API's, and none is a mean.</summary>
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
        (await maps.EvaluateAllAsync<string[]>("all => all.map(m => m.dataset.map)"))
            .Should()
            .Equal(domain["measures"]!.AsArray().Select(m => m!["viewpoint"]!.GetValue<string>()));
        (await maps.First.Locator("g[data-region]").CountAsync()).Should().Be(14);
        (await maps.First.Locator("rect.low").CountAsync()).Should().Be(1);
        (await maps.First.Locator("rect.high").CountAsync()).Should().Be(1);

        // What the page says of regions is what the API says of them, in both languages, and no mean of it.
        foreach (var language in new[] { "en", "fr" })
        {
            await using var reader = await app.OpenAsAsync("investor", new(language, JavaScript: false));
            await reader.GoAsync($"/portfolios/{app.Portfolio}/observatory?domain=mobilityAndTransport");
            var text = await reader.Page.Locator("main").TextContentAsync();
            text.Should().NotContain("moyenne :").And.NotContain("average:").And.NotContain("mean:");
            foreach (var viewpoint in domain["measures"]!.AsArray().Select(m => m!["viewpoint"]!.GetValue<string>()))
            {
                var values = domain["regions"]!
                    .AsArray()
                    .SelectMany(r => r!["values"]!.AsArray())
                    .Where(v => v!["viewpoint"]!.GetValue<string>() == viewpoint)
                    .Select(v => v!["value"]!.GetValue<decimal>())
                    .ToList();
                var shown = await reader.Page.EvaluateAsync<string[]>(
                    $"[...document.querySelectorAll('data[data-figure*=\".{viewpoint}.\"]')].map(d => d.value)"
                );
                shown
                    .Select(v => decimal.Parse(v, System.Globalization.CultureInfo.InvariantCulture))
                    .Should()
                    .BeEquivalentTo(values);
                foreach (var places in new[] { 1, 2, 3 })
                    text.Should()
                        .NotContain(
                            decimal.Round(values.Average(), places)
                                .ToString(System.Globalization.CultureInfo.GetCultureInfo(language)),
                            "that is the mean of {0}",
                            viewpoint
                        );
            }
        }
    }

    [BrowserFact]
    public async Task A_cube_of_one_dimension_twice_says_so_where_it_is_asked_for()
    {
        await using var tab = await app.OpenAsAsync("investor", new(JavaScript: false));
        var cube = $"/portfolios/{app.Portfolio}/cube";
        (await tab.GoAsync($"{cube}?rows=region&columns=region&measure=delivered&asOf=2026-01-31")).Should().Be(422);
        var said = tab.Page.Locator("[role=alert] [data-code=same_dimension] a");
        (await said.TextContentAsync()).Should().Contain("Region");
        (await said.GetAttributeAsync("href")).Should().EndWith("#by-columns");
        (await tab.Page.Locator("#by-columns-fault").CountAsync()).Should().Be(1);
        await tab.Page.Locator("#by-columns").SelectOptionAsync("phase");
        await tab.FollowAsync(tab.Page.Locator(".filters button"));
        new Uri(tab.Page.Url)
            .PathAndQuery.Should()
            .Be($"{cube}?rows=region&columns=phase&measure=delivered&asOf=2026-01-31", "what was asked for stays");
        (await tab.Page.Locator("#cube tbody tr").CountAsync()).Should().BePositive();

        (await tab.GoAsync($"{cube}?rows=region")).Should().Be(200, "what is left open is chosen beside it");
        (await tab.GoAsync($"{cube}?asOf=2999-01-01")).Should().Be(422);
        (await tab.Page.Locator("#by-asOf-fault").CountAsync()).Should().Be(1);
    }

    [BrowserFact]
    public async Task The_cube_s_page_has_the_API_s_cells_and_its_file_all_of_them()
    {
        var query = "rows=lever&columns=phase&measure=committed";
        var cube = await app.ReplyAsync($"portfolios/{app.Portfolio}/cube?{query}");
        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync($"/portfolios/{app.Portfolio}/cube?{query}");
        (await tab.NamelessFiguresAsync()).Should().BeEmpty();
        var figures = await tab.FiguresAsync();
        figures
            .Select(f => f.Path)
            .Should()
            .Contain(
                ["cells.funding.modelling", "cells.funding", "cells.*.modelling", "total"],
                "cells and their sums"
            );
        foreach (var (path, value) in figures)
            decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)
                .Should()
                .Be(Figures.At(cube, path), "of {0}", path);
        var first = tab.Page.Locator("td a:has(data[data-figure^='cells.'])").First;
        var shown = await first.Locator("data").GetAttributeAsync("value");
        await tab.FollowAsync(first);
        (await tab.Page.Locator("data[data-figure=total]").GetAttributeAsync("value")).Should().Be(shown);
        var parts = await tab.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('tr data[data-figure^=\"items.\"]')].map(d => d.value)"
        );
        parts
            .Sum(p => decimal.Parse(p, System.Globalization.CultureInfo.InvariantCulture))
            .Should()
            .Be(decimal.Parse(shown!, System.Globalization.CultureInfo.InvariantCulture), "its projects have it");
        var file = await tab.Page.APIRequest.GetAsync($"{app.Address}/portfolios/{app.Portfolio}/cube.csv?{query}");
        Encoding
            .UTF8.GetString(await file.BodyAsync())
            .Trim()
            .Split('\n')
            .Should()
            .HaveCount(1 + cube.Items("cells").Count);
    }

    [BrowserFact]
    public async Task A_file_of_observations_is_checked_refused_by_row_or_taken()
    {
        await using var tab = await app.OpenAsAsync("administrator", new("fr", JavaScript: false));
        await tab.GoAsync("/admin/observatory");
        (await SendAsync(tab, "Importer", "corse", "120")).Should().Be(422);
        (await tab.Page.Locator("#report tr[data-code=out_of_range] td").AllTextContentsAsync())
            .Should()
            .StartWith(["2", "value"]);
        (await SendAsync(tab, "Vérifier d'abord", "corse", "12,5")).Should().Be(200);
        (await tab.Page.Locator("#report data[data-figure=created]").GetAttributeAsync("value")).Should().Be("1");
        (await app.ReplyAsync("observatory?domain=education")).Items().Should().BeEmpty("checking writes nothing");
        await SendAsync(tab, "Importer", "corse", "12,5");
        (await app.ReplyAsync("observatory?domain=education")).Items().Should().ContainSingle();
        (await tab.Page.Locator("tr[data-id^='education.2019.citizens']").CountAsync()).Should().Be(1);

        // Another source of the same viewpoint stands beside it, told apart.
        await SendAsync(tab, "Importer", "corse", "30,5", "Baromètre");
        await tab.GoAsync($"/portfolios/{app.Portfolio}/observatory?domain=education");
        (await tab.Page.Locator("#education th[scope=col]").AllTextContentsAsync())
            .Should()
            .Contain(["Citoyens, Baromètre, %, 2019", "Citoyens, Enquête, %, 2019"]);
        var figures = await tab.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('#education data[data-figure*=\".corse.values.citizens.\"]')].map(d => d.dataset.figure + '=' + d.value)"
        );
        figures
            .Should()
            .BeEquivalentTo([
                "domains.education.regions.corse.values.citizens.0.value=30.5",
                "domains.education.regions.corse.values.citizens.1.value=12.5",
            ]);
        (await tab.Page.Locator("rect.low, rect.high").CountAsync()).Should().Be(0, "one region alone is neither");
        (await tab.Page.Locator("#national").TextContentAsync())
            .Should()
            .Contain("Kit « Co-construction territoriale », 2016")
            .And.NotContain("KIT l.");
    }

    [BrowserFact]
    public async Task An_administrator_changes_a_document_of_the_kit_where_it_stands()
    {
        var before = (await app.ReplyAsync("resources")).Items();
        var (code, place) = (before[3]["code"]!.GetValue<string>(), 3);
        await using var tab = await app.OpenAsAsync("administrator", new("en", JavaScript: false));
        await tab.GoAsync("/resources");
        await tab.FollowAsync(tab.Page.Locator($"tr[data-id={code}] a:has-text('Edit')"));
        var title = tab.Page.Locator($"[name='items[{place}].title']");
        await title.FillAsync("");
        var save = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save" });
        (await tab.PressAsync(save)).Should().Be(422);
        await title.FillAsync("A better title");
        await tab.PressAsync(save);
        var after = (await app.ReplyAsync("resources")).Items();
        after[place]["title"]!.GetValue<string>().Should().Be("A better title");
        after[place]["criteria"]!.ToJsonString().Should().Be(before[place]["criteria"]!.ToJsonString());
        after
            .Where((_, i) => i != place)
            .Select(r => r.ToJsonString())
            .Should()
            .Equal(before.Where((_, i) => i != place).Select(r => r.ToJsonString()), "the others are as they were");
    }

    private static async Task<int> SendAsync(
        Tab tab,
        string button,
        string region,
        string value,
        string source = "Enquête"
    )
    {
        var row = $"{region};education;2019;{source};citizens;{value};%;{source} p. 2";
        await tab
            .Page.Locator("#f-file")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "observations.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(
                        $"region;domain;year;source;viewpoint;value;unit;citation\n{row}\n"
                    ),
                }
            );
        return await tab.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));
    }
}
