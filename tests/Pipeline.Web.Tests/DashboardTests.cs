using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
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

        var figures = await tab.Page.EvaluateAsync<string[][]>(
            "[...document.querySelectorAll('data[data-figure]')].map(d => [d.dataset.figure, d.value])"
        );
        figures.Length.Should().BeGreaterThan(60);
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
            figures.Should().Contain(f => f[0].StartsWith(block, StringComparison.Ordinal), "of {0}", block);
        foreach (var figure in figures)
            decimal.Parse(figure[1], CultureInfo.InvariantCulture)
                .Should()
                .Be(Figures.At(reply, figure[0]), "of {0}", figure[0]);
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task It_is_printed_on_two_pages(string language)
    {
        await ModuleStory.OfAsync(app, (await app.ReplyAsync("projects?q=DEMO-10")).Id("items.0.id"));
        await using var tab = await app.OpenAsAsync("investor", new(language));
        await tab.GoAsync($"/portfolios/{app.Portfolio}");
        var printed = await tab.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        Regex.Count(Encoding.Latin1.GetString(printed), @"/Type\s*/Page\b").Should().Be(2);
    }

    [BrowserFact]
    public async Task A_frozen_link_goes_on_giving_what_it_gave()
    {
        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync($"/portfolios/{app.Portfolio}");
        var frozen = await tab.Page.Locator("a[data-copy]").GetAttributeAsync("href");
        var before = await FiguresAsync();

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
        (await FiguresAsync()).Should().NotEqual(before);
        await tab.GoAsync(frozen!);
        (await FiguresAsync()).Should().Equal(before);

        Task<string[]> FiguresAsync() =>
            tab.Page.EvaluateAsync<string[]>(
                "[...document.querySelectorAll('data[data-figure]')].map(d => d.dataset.figure + ' ' + d.value)"
            );
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
