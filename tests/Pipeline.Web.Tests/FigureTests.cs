using System.Globalization;
using Pipeline.Api.Tests.Common;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>Pages beside the dashboard say what the API says, and what leads on leads to as much.</summary>
[Collection(OneProgram.Name)]
public sealed class FigureTests(WebApp app)
{
    // What a page shows, and of what its paths name first.
    private static readonly (string Page, (string Part, string Reply)[] Replies)[] Shown =
    [
        Same("/portfolios/{portfolio}/agreements"),
        Same("/portfolios/{portfolio}/alliances?underWay=true"),
        Same("/portfolios/{portfolio}/impacts?kind=performance"),
        Same("/portfolios/{portfolio}/risks"),
        Same("/portfolios/{portfolio}/observatory"),
        ("/portfolios/{portfolio}/indicators", [("", "portfolios/{portfolio}/dashboard")]),
        ("/portfolios/{portfolio}/reports", [("", "portfolios/{portfolio}/progress-reports")]),
        ("/portfolios/{portfolio}/transitions?month=2025-03", [("", "portfolios/{portfolio}/moves?month=2025-03")]),
        (
            "/portfolios/{portfolio}/transitions?leftPhase=conception&asOf=2026-01-31",
            [("", "portfolios/{portfolio}/moves?leftPhase=conception&asOf=2026-01-31")]
        ),
        (
            "/portfolios/{portfolio}/programmes",
            [("", "programmes?portfolioId={portfolio}"), ("cohorts", "programmes/{programme}/cohorts")]
        ),
        ("/portfolios/{portfolio}/cohorts/{cohort}", [("", "cohorts/{cohort}")]),
        Same("/projects?phase=modelling"),
        (
            "/projects/{project}",
            [
                ("", "projects/{project}"),
                ("ratios", "projects/{project}/ratios"),
                ("transitions", "projects/{project}/transitions"),
            ]
        ),
        Same("/projects/{project}/risks"),
        Same("/projects/{project}/evaluations"),
        Same("/projects/{project}/diagnoses"),
        Same("/projects/{project}/progress-reports/{period}"),
        (
            "/projects/{project}/ledger?commitment={commitment}",
            [
                ("plan", "projects/{project}/plan"),
                ("commitments", "projects/{project}/commitments"),
                ("deliveries", "projects/{project}/commitments/{commitment}/deliveries"),
                ("repayments", "projects/{project}/commitments/{commitment}/repayments"),
            ]
        ),
        (
            "/projects/{project}/economics",
            [("current", "projects/{project}/economics/current"), ("target", "projects/{project}/economics/target")]
        ),
        (
            "/projects/{project}/indicators",
            [("readings", "projects/{project}/indicator-readings"), ("targets", "projects/{project}/indicator-targets")]
        ),
        Same("/resources?path=P1&phase=conception"),
    ];

    private static (string Page, (string Part, string Reply)[] Replies) Same(string page) => (page, [("", page[1..])]);

    [BrowserFact]
    public async Task Every_figure_of_a_page_is_the_api_s_and_leads_to_as_much()
    {
        var pages = await Sites.FillAsync(app, Shown.Select(s => s.Page), Story);
        await using var tab = await app.OpenAsAsync("administrator");
        var project = await app.ReplyAsync((await Sites.FillAsync(app, ["projects/{project}"], Story))[0]);
        var (wrong, seen, followed) = (new List<string>(), 0, 0);
        foreach (var (page, (shown, replies)) in pages.Zip(Shown))
        {
            (await tab.GoAsync(page)).Should().Be(200, page);
            wrong.AddRange((await tab.NamelessFiguresAsync()).Select(f => $"{page}: {f}"));
            var figures = await tab.FiguresAsync();
            if (figures.Count == 0)
                wrong.Add($"{shown} shows none");
            var parts = new Dictionary<string, Reply>();
            foreach (
                var (part, reply) in replies.Zip(
                    await Sites.FillAsync(app, replies.Select(r => r.Reply), Story),
                    (r, path) => (r.Part, path)
                )
            )
                parts[part] = await app.ReplyAsync(reply);
            foreach (var (path, value) in figures)
            {
                seen++;
                // What the head of a project's pages says is its own, whatever the page is about.
                var (of, at) =
                    path == "daysInPhase" ? (project, path)
                    : path.Split('.', 2) is [var part, var rest] && parts.TryGetValue(part, out var named)
                        ? (named, rest)
                    : parts.TryGetValue("", out var whole) ? (whole, path)
                    : (null, path);
                // Where a list has no entry, a table has none of it.
                var said = of is null ? null : Figures.At(of, at) ?? (value == "0" ? 0 : null);
                if (said is not { } number || Math.Abs(number - Parsed(value)) > Rounding)
                    wrong.Add($"{shown}: {path} is {value}");
            }
            foreach (var link in await tab.Page.EvaluateAsync<string[][]>(Follow))
            {
                followed++;
                if (link[1] != link[2])
                    wrong.Add($"{shown}: {link[1]} leads to {link[2]} at {link[0]}");
            }
        }
        string.Join('\n', wrong).Should().BeEmpty();
        seen.Should().BeGreaterThan(150);
        followed.Should().BeGreaterThan(5);
    }

    // Each figure that is a link, or stands in a row whose heading is one, and what the list behind it counts.
    private const string Follow = """
        async () => {
            const [found, seen] = [[], {}];
            const count = page => {
                const said = page.querySelector('main data[data-figure=totalItems], main data[data-figure=total]');
                return said ? said.value : `${page.querySelectorAll('main tbody tr[data-id]').length}`;
            };
            for (const a of document.querySelectorAll('main a[href^="/portfolios/"]:has(data), main .chart th a[href^="/portfolios/"]')) {
                const href = a.getAttribute('href');
                seen[href] ??= count(new DOMParser().parseFromString(await (await fetch(href)).text(), 'text/html'));
                const own = a.querySelector('data');
                const shown = own ? own.value : `${[...a.closest('tr').querySelectorAll('data')].reduce((sum, d) => sum + +d.value, 0)}`;
                found.push([href, shown, seen[href]]);
            }
            return found;
        }
        """;

    // The demonstration's project that has something of every module.
    private const int Story = 7;

    // A page and a reply divide alike, and JSON keeps fewer digits.
    private const decimal Rounding = 0.000000000001m;

    private static decimal Parsed(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);
}
