using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Imports;
using Pipeline.Api.Tests.Programmes;
using Pipeline.Application.Audit;
using Pipeline.Application.Common;

namespace Pipeline.Api.Tests.Access;

/// <summary>Pages answer as the API does: everybody asks for every page, by cookie, and gets what their cell of the API's matrix says.</summary>
[UseCases(typeof(NameIds))]
public sealed partial class PageMatrixTests(AccessWorld world) : IClassFixture<AccessWorld>
{
    [Fact]
    public async Task Everybody_gets_the_page_where_the_API_would_answer()
    {
        var closing = (await world.ClosingAsync()).Split('/')[^1];
        var webhook = await world.WebhookAsync();
        foreach (var column in AccessWorld.Columns.Where(c => !c.Contains("key", StringComparison.Ordinal)))
        {
            using var browser = await BrowserAsync(column);
            foreach (var (page, row) in PageMatrix.Rows)
            {
                var path = page.Replace("{Id}", $"{IdOf(page)}")
                    .Replace("{ClosingId}", closing)
                    .Replace("{Period}", AccessWorld.Period)
                    .Replace("{PortfolioId}", $"{world.Mine.Id}")
                    .Replace("{AllianceId}", $"{world.Alliance}")
                    .Replace("{ImpactId}", $"{world.Impact}")
                    .Replace("{ProgrammeId}", $"{world.Programme.Id}")
                    .Replace("{CohortId}", $"{world.Programme.Cohort}")
                    .Replace("{ParticipationId}", $"{world.Participation}")
                    .Replace("{Code}", "S1")
                    .Replace("{WebhookId}", $"{webhook}");
                // Of a portfolio that the address names, not its path.
                if (page.StartsWith("/imports", StringComparison.Ordinal))
                    path += $"?portfolioId={world.Mine.Id}";
                using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
                ((int)answer.StatusCode).Should().Be(Expected(row, column), "{0} asks for {1}", column, path);
            }
        }
    }

    [Fact]
    public async Task No_link_that_anybody_is_shown_leads_nowhere()
    {
        foreach (var column in AccessWorld.Columns.Where(c => !c.Contains("key", StringComparison.Ordinal)))
        {
            using var browser = await BrowserAsync(column);
            var shapes = new HashSet<string>();
            var open = new Queue<(string Address, string From)>([("/", "the beginning"), ("/sign-in", "the door")]);
            while (open.TryDequeue(out var link))
            {
                // One page of each kind: the same with another id or another value shows the same links.
                if (!shapes.Add(Value().Replace(link.Address, "=")))
                    continue;
                using var answer = await browser.GetAsync(new Uri(link.Address, UriKind.Relative));
                ((int)answer.StatusCode)
                    .Should()
                    .BeOneOf([200, 301, 302], "{0} is led from {1} to {2}", column, link.From, link.Address);
                if (answer.Content.Headers.ContentType?.MediaType == "text/html")
                    foreach (Match found in Link().Matches(await answer.Content.ReadAsStringAsync()))
                        open.Enqueue(
                            (System.Net.WebUtility.HtmlDecode(found.Groups[1].Value).Split('#')[0], link.Address)
                        );
            }
            shapes.Count.Should().BeGreaterThan(3);
        }
    }

    [Fact]
    public async Task What_changed_is_told_by_names_to_whoever_sees_the_project()
    {
        var organisation = (
            await world.Api.Administrator.GetAsync($"organisations/{world.Mine.OrganisationId}")
        ).ShouldBe(200);
        foreach (var column in new[] { "admin", "investor", "owner" })
        {
            using var browser = await BrowserAsync(column);
            var page = await browser.GetStringAsync(new Uri($"/projects/{world.Project.Id}/history", UriKind.Relative));
            var told = Told().Matches(page).Select(m => m.Value).ToList();
            told.Should()
                .Contain(t => t.Contains(organisation.Text("name"), StringComparison.Ordinal))
                .And.NotContain(t => Id().IsMatch(t));
        }
    }

    [Fact]
    public async Task A_view_that_is_refused_says_by_which_code()
    {
        using var browser = await BrowserAsync("investor");
        using var answer = await browser.GetAsync(
            new Uri($"/portfolios/{world.Mine.Id}?asOf=2999-01-01", UriKind.Relative)
        );
        ((int)answer.StatusCode).Should().Be(422);
        (await answer.Content.ReadAsStringAsync()).Should().Contain("<p data-code=\"date_in_future\">");
    }

    [Fact]
    public async Task What_is_to_be_chosen_from_is_not_cut_off()
    {
        var fund = await Fund.OpenAsync(world.Api);
        var grants = Enumerable.Range(1, PageOf.MaxSize + 1).Select(i => GrantTable.Row(i)).ToArray();
        (await fund.ImportAsync(GrantTable.Of(grants).Csv())).ShouldBe(200);
        var cohort = await TestProgramme.OpenAsync(fund);
        using var browser = await BrowserAsync("admin");
        var page = await browser.GetStringAsync(
            new Uri($"/portfolios/{fund.Id}/cohorts/{cohort.Cohort}", UriKind.Relative)
        );
        var offered = page.Split("name=\"projectId\"")[1].Split("</select>")[0];
        Regex.Count(offered, "<option value=\"[0-9a-f-]{36}\"").Should().Be(grants.Length);
    }

    [Fact]
    public void Every_page_has_a_row_and_every_row_a_page() =>
        world
            .Api.Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(PageMatrix.IsPage)
            .Select(e => AccessMatrix.Plain(e.RoutePattern.RawText!))
            // Comes in the place of a page, and never by its own address.
            .Where(route => route != "/error")
            .Distinct()
            .Should()
            .BeEquivalentTo(PageMatrix.Rows.Keys);

    private Guid IdOf(string page) =>
        page.Split("/{Id}")[0] switch
        {
            "/portfolios" or "/admin/portfolios" => world.Mine.Id,
            "/admin/people" => world.Somebody,
            // An entry's id is its organisation's.
            "/admin/organisations" or "/catalysts" => world.Mine.OrganisationId,
            _ => world.Project.Id,
        };

    // Whoever has not signed in is led to where one does; a write that is stopped for what it says is one that they may begin.
    private static int Expected(string? row, string column)
    {
        if (row is null)
            return 200;
        var cell = AccessMatrix.Rows[row][AccessWorld.Columns.ToList().IndexOf(column)];
        return cell switch
        {
            401 => 302,
            403 or 404 => cell,
            _ => 200,
        };
    }

    private async Task<HttpClient> BrowserAsync(string column) =>
        world.Caller(column) is { } caller
            ? await world.Api.BrowserOfAsync(caller)
            : world.Api.CreateClient(new() { AllowAutoRedirect = false });

    [GeneratedRegex("(?:href|src)=\"(/[^\"/][^\"]*|/)\"")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex("<dd>.*?</dd>", RegexOptions.Singleline)]
    private static partial Regex Told();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|=[^&]*")]
    private static partial Regex Value();
}
