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
        (await tab.NamelessFiguresAsync()).Should().BeEmpty();
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
            Parsed(value)
                .Should()
                .BeApproximately(Figures.At(reply, path) ?? decimal.MinusOne, Rounding, "of {0}", path);
    }

    [BrowserFact]
    public async Task The_first_page_has_the_figures_of_each_dashboard()
    {
        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync("/");
        (await tab.NamelessFiguresAsync()).Should().BeEmpty();
        var boards = await tab.Page.EvaluateAsync<string[][]>(
            "[...document.querySelectorAll('section[data-id] data')].map(d => [d.closest('[data-id]').dataset.id, d.dataset.figure, d.value])"
        );
        boards
            .Select(b => b[1])
            .Should()
            .Contain(["projects.total", "totals.committed", "totals.delivered", "attentionTotals.*"]);
        foreach (var board in boards.GroupBy(b => b[0]))
        {
            var reply = await app.ReplyAsync($"portfolios/{board.Key}/dashboard");
            foreach (var figure in board)
                Parsed(figure[2]).Should().Be(Figures.At(reply, figure[1]), "of {0}", figure[1]);
        }
    }

    [BrowserTheory]
    [InlineData("")]
    [InlineData("asOf=2024-06-30&ledger=delivered")]
    [InlineData("frozen")]
    public async Task Each_link_leads_to_a_list_of_as_much_as_stands_beside_it(string query)
    {
        await ModuleStory.OfAsync(app, (await app.ReplyAsync("projects?q=DEMO-10")).Id("items.0.id"));
        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync($"/portfolios/{app.Portfolio}?{(query == "frozen" ? "" : query)}");
        if (query == "frozen")
            await tab.GoAsync((await tab.Page.Locator("a[data-copy]").GetAttributeAsync("href"))!);

        var followed = await tab.Page.EvaluateAsync<string[][]>(Follow);
        followed.Should().HaveCountGreaterThan(40);
        followed
            .Select(f => f[0])
            .Should()
            .OnlyContain(a => query == "" || !a.StartsWith("/projects?"), "what lists the present alone");
        followed.Select(f => f[0].Split('?')[0].Split('/')[^1]).Should().Contain(["projects", "cube", "transitions"]);
        followed.Should().OnlyContain(f => f[1] == f[2]);
    }

    // Each link within a part of the dashboard, the figure that it holds or that comes first behind it, and what the page behind it counts.
    private const string Follow = """
        async () => {
            const [found, seen] = [[], {}];
            const count = page => {
                const said = page.querySelector('main data[data-figure=totalItems], main data[data-figure=total]');
                return said ? said.value : `${page.querySelectorAll('main tbody tr[data-id]').length}`;
            };
            for (const a of document.querySelectorAll('main :is(.tile, .card) :is(tr, .tile, .part, .gauge, .figures > div) a[href^="/"]')) {
                const href = a.getAttribute('href');
                if (/^[/]projects[/]|[/]indicators$/.test(href)) continue;
                const near = a.closest('tr, .tile, .gauge, .figures > div');
                const own = a.querySelector('data') ?? near.querySelector('data');
                seen[href] ??= count(new DOMParser().parseFromString(await (await fetch(href)).text(), 'text/html'));
                const [shown, behind] = [a.textContent.trim(), seen[href]];
                let beside = own.value;
                if (near.matches('.gauge') || near.closest('#mix')) {
                    // A share leads to the money that it is a share of.
                    const asked = new URL(a.href).searchParams, [row, column] = [asked.get('row'), asked.get('column')];
                    const path = row ? `money.${asked.get('measure')}.${row}${column ? '.' + column : ''}` : `totals.${asked.get('measure')}`;
                    beside = document.querySelector(`[data-figure="${path}"]`).value;
                }
                else if (near.closest('#risks, #impacts') && !a.querySelector('data'))
                    beside = `${[...near.querySelectorAll('data')].reduce((sum, d) => sum + +d.value, 0)}`;
                else if (near.closest('#money') && !a.querySelector('data'))
                    beside = near.querySelector('.strong data').value;
                else if (near.closest('#time'))
                    beside = near.querySelector('[data-figure$=stays]').value;
                found.push([href, beside, behind, shown]);
            }
            return found;
        }
        """;

    // A page and a reply divide alike, and JSON keeps fewer digits.
    private const decimal Rounding = 0.000000000001m;

    private static decimal Parsed(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);

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
