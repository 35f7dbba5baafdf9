using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>Files that go out, for the day and in the language that were chosen.</summary>
[Collection(OneProgram.Name)]
public sealed class ExportTests(WebApp app)
{
    [BrowserFact]
    public async Task Every_file_that_is_offered_comes_with_the_day_and_language_that_were_chosen()
    {
        await using var tab = await app.OpenAsAsync("investor", new(JavaScript: false));
        await tab.GoAsync("/exports");
        await tab.Page.GetByLabel("As of").FillAsync("2026-01-31");
        await tab.Page.GetByLabel("Language of the files").SelectOptionAsync("fr");
        await tab.FollowAsync(tab.Page.Locator(".filters button"));
        var links = await tab.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('main a[download]')].map(a => a.getAttribute('href'))"
        );
        links.Should().HaveCount(12);
        foreach (var link in links)
        {
            var file = await tab.Page.Context.APIRequest.GetAsync(link);
            file.Status.Should().Be(200, link);
            file.Headers["content-disposition"].Should().StartWith("attachment");
            (link.Contains("lang=fr") || link.Contains("subsidies") || link.Contains("360giving"))
                .Should()
                .BeTrue(link);
            (link.Contains("asOf=2026-01-31") || link.Contains("/export.")).Should().BeTrue(link);
        }
        links[0].Should().StartWith($"/portfolios/{app.Portfolio}/report.xlsx");
    }

    [BrowserTheory]
    [InlineData("asOf=yesterday", 422)]
    [InlineData("asOf=2999-01-01", 422)]
    [InlineData("portfolioId=00000000-0000-7000-8000-00000000000a", 404)]
    public async Task What_cannot_be_exported_is_said_here(string query, int status)
    {
        await using var tab = await app.OpenAsAsync("investor");
        (await tab.GoAsync($"/exports?{query}")).Should().Be(status);
    }
}
