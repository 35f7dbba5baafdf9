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
        await ModuleStory.OfAsync(app, (await app.ReplyAsync("projects?q=DEMO-10")).Id("items.0.id"));
        var reply = await app.ReplyAsync($"portfolios/{app.Portfolio}/dashboard?{asked}");
        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync($"/portfolios/{app.Portfolio}?{query}");

        var figures = await tab.FiguresAsync();
        figures.Count.Should().BeGreaterThan(60);
        // What modules hold was recorded today, and earlier days know nothing of it.
        foreach (
            var block in asked.Length > 0
                ? []
                : new[]
                {
                    "alliances.byForm.",
                    "alliances.byActorProfile.",
                    "impacts.byForeseen.",
                    "impacts.total",
                    "indicators.",
                    "breakdown.instrument.",
                }
        )
            figures.Should().Contain(f => f.Path.StartsWith(block, StringComparison.Ordinal), "of {0}", block);
        foreach (var (path, value) in figures)
            decimal.Parse(value, CultureInfo.InvariantCulture).Should().Be(Figures.At(reply, path), "of {0}", path);
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task It_is_printed_on_two_pages(string language)
    {
        await ModuleStory.OfAsync(app, (await app.ReplyAsync("projects?q=DEMO-10")).Id("items.0.id"));
        await using var tab = await app.OpenAsAsync("investor", new(language));
        await tab.GoAsync($"/portfolios/{app.Portfolio}");
        (await tab.CountPrintedAsync()).Should().Be(2);
    }

    [BrowserFact]
    public async Task A_frozen_link_goes_on_giving_what_it_gave()
    {
        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync($"/portfolios/{app.Portfolio}");
        var frozen = await tab.Page.Locator("a[data-copy]").GetAttributeAsync("href");
        var before = await tab.FiguresAsync();

        var project = await app.ReplyAsync("projects?q=DEMO-02");
        await app.PostAsync(
            $"projects/{project.Id("items.0.id")}/commitments",
            new
            {
                portfolioId = app.Portfolio,
                funderOrganisationId = (await app.ReplyAsync("organisations")).Id("items.0.id"),
                lever = "funding",
                phase = project.Text("items.0.phase"),
                nature = "cash",
                amount = new { amount = 77, currency = "EUR" },
                agreedOn = project.Text("items.0.startedOn"),
            }
        );
        await tab.GoAsync($"/portfolios/{app.Portfolio}");
        (await tab.FiguresAsync()).Should().NotEqual(before);
        await tab.GoAsync(frozen!);
        (await tab.FiguresAsync()).Should().Equal(before);
    }

    [BrowserTheory]
    [InlineData("en", "21.996%")]
    [InlineData("fr", "21,996\u202f%")]
    public async Task A_share_is_written_on_its_side_of_the_threshold(string language, string written)
    {
        var organisation = (await app.ReplyAsync("organisations")).Id("items.0.id");
        var portfolio = (
            await app.PostAsync(
                "portfolios",
                new
                {
                    code = app.NewCode("SHARE"),
                    name = "Shares",
                    organisationId = organisation,
                    currency = "EUR",
                }
            )
        ).Id("id");
        var project = (
            await app.PostAsync(
                "projects",
                new
                {
                    code = app.NewCode("SHARE"),
                    name = "A share",
                    ownerOrganisationId = organisation,
                    portfolioId = portfolio,
                    startedOn = "2015-01-01",
                }
            )
        ).Id("id");
        foreach (var (lever, amount) in new[] { ("funding", 78_004), ("expertiseAndNetworks", 21_996) })
            await app.PostAsync(
                $"projects/{project}/commitments",
                new
                {
                    portfolioId = portfolio,
                    funderOrganisationId = organisation,
                    lever,
                    phase = "conception",
                    nature = "cash",
                    amount = new { amount, currency = "EUR" },
                    agreedOn = "2015-02-01",
                }
            );
        await using var tab = await app.OpenAsAsync("administrator", new(language));

        foreach (var page in new[] { $"/portfolios/{portfolio}", $"/projects/{project}" })
        {
            await tab.GoAsync(page);
            (await tab.Page.Locator("[data-figure='ratios.capacityBuilding.committed']").First.TextContentAsync())
                .Should()
                .Be(written, page);
        }
    }
}
