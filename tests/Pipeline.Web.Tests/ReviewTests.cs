using System.Net.Http.Json;
using Microsoft.Playwright;
using Pipeline.Api.Tests.Common;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>What waits for a decision, and how it is decided: one report, or many at once.</summary>
[Collection(OneProgram.Name)]
public sealed class ReviewTests(WebApp app)
{
    [BrowserFact]
    public async Task A_report_is_declined_with_a_reason()
    {
        var (project, report) = await ReportStopAsync("DEMO-07");
        await using var tab = await app.OpenAsAsync("manager", new("fr", JavaScript: false));
        await tab.GoAsync("/reviews");
        var waiting = await app.ReplyAsync($"portfolios/{app.Portfolio}/transitions?status=pending");
        (await tab.IdsAsync()).Should().Equal(waiting.Items().Select(t => $"{t["id"]}"));
        var menu = tab.Page.Locator("header nav a[href='/reviews']");
        var count = waiting.Number("totalItems");
        (await menu.Locator("[aria-hidden]").TextContentAsync()).Should().Be($"{count}");
        (await menu.Locator(".unseen").TextContentAsync())
            .Should()
            .MatchRegex($"\u00a0: {count} déclarations? en attente");
        await tab.FollowAsync(
            tab.Page.Locator($"[data-id='{report}']").GetByRole(AriaRole.Link, new() { Name = "Examiner" })
        );

        await tab.Page.GetByLabel("Refuser").CheckAsync();
        (await SendAsync(tab, "#report")).Should().Be(422);
        var fault = tab.Page.GetByRole(AriaRole.Alert).Locator("[data-code=required] a");
        (await fault.GetAttributeAsync("href")).Should().EndWith("#f-reason");
        (await tab.Page.GetByLabel("Refuser").IsCheckedAsync()).Should().BeTrue("what was chosen stays");

        await tab.Page.Locator("#f-reason").FillAsync("La loi change le mois prochain.");
        (await SendAsync(tab, "#report")).Should().Be(302);
        (await tab.Page.GetByRole(AriaRole.Status).TextContentAsync()).Should().Contain("refusé");
        (await ReportAsync(project, report)).Should().Be(("declined", "La loi change le mois prochain."));
    }

    [BrowserFact]
    public async Task What_changed_meanwhile_is_not_decided_on_unseen()
    {
        var (project, report) = await ReportStopAsync("DEMO-11");
        await using var tab = await app.OpenAsAsync("manager");
        await tab.GoAsync($"/reviews?projectId={project}&report={report}");
        await tab.Page.GetByLabel("Return for changes").CheckAsync();
        await tab.Page.Locator("#f-reason").FillAsync("Say who loses what.");
        await ChangeAsync(project);

        (await SendAsync(tab, "#report")).Should().Be(412);
        (await tab.Page.GetByRole(AriaRole.Alert).Locator("[data-code=stale]").CountAsync()).Should().Be(1);
        (await tab.Page.Locator("#f-reason").InputValueAsync()).Should().Be("Say who loses what.");
        (await ReportAsync(project, report)).Status.Should().Be("pending");
        (await SendAsync(tab, "#report")).Should().Be(302);
        (await ReportAsync(project, report)).Should().Be(("returned", "Say who loses what."));
    }

    [BrowserFact]
    public async Task Many_are_decided_at_once_and_each_that_is_refused_says_why()
    {
        var (first, one) = await ReportStopAsync("DEMO-12");
        var (second, other) = await ReportStopAsync("DEMO-10");
        await using var tab = await app.OpenAsAsync("manager");
        await tab.GoAsync("/reviews");
        foreach (var id in new[] { one, other })
            await tab.Page.Locator($"[data-id='{id}'] input").CheckAsync();
        await tab.Page.GetByLabel("Decision").SelectOptionAsync("decline");
        (await SendAsync(tab, "#queue")).Should().Be(422, "a reason is missing");
        (await tab.Page.Locator($"[data-id='{one}'] input").IsCheckedAsync()).Should().BeTrue("what was chosen stays");
        await tab.Page.Locator("[id='f-bulk.reason']").FillAsync("Not this year.");
        await ChangeAsync(second);
        // The form was read before the change: its version is what counts.
        (await SendAsync(tab, "#queue"))
            .Should()
            .Be(302);

        var said = await tab.Page.GetByRole(AriaRole.Status).TextContentAsync();
        said.Should().Contain("1 of 2 decided").And.Contain("Not decided");
        (await ReportAsync(first, one)).Should().Be(("declined", "Not this year."));
        (await ReportAsync(second, other)).Status.Should().Be("pending");
        await WithdrawAsync(second, other);
    }

    [BrowserFact]
    public async Task Own_reports_are_shown_and_not_offered_for_decision()
    {
        var (project, report) = await ReportStopAsync("DEMO-06");
        await using var tab = await app.OpenAsAsync("owner");
        await tab.GoAsync("/reviews");
        (await tab.Page.Locator($"#own [data-id='{report}']").CountAsync()).Should().Be(1);
        (await tab.Page.Locator("main form").CountAsync()).Should().Be(0);
        await tab.GoAsync($"/reviews?projectId={project}&report={report}");
        (await tab.Page.Locator("main form").CountAsync()).Should().Be(0);
        await WithdrawAsync(project, report);
    }

    // As its owner: a move that no gate stands before, and that waits for a manager.
    private async Task<(Guid Project, Guid Report)> ReportStopAsync(string code)
    {
        using var owner = await app.ApiAsAsync("owner");
        var project = (await app.ReplyAsync($"projects?q={code}")).Id("items.0.id");
        var version = (await app.ReplyAsync($"projects/{project}")).Number("version");
        var reply = await SendAsync(
            owner,
            HttpMethod.Post,
            $"projects/{project}/transitions",
            version,
            new
            {
                trigger = "stop",
                effectiveOn = $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}",
                reason = "Tried out.",
            }
        );
        return (project, reply.ShouldBe(201).Id("id"));
    }

    private async Task ChangeAsync(Guid project)
    {
        var version = (await app.ReplyAsync($"projects/{project}")).Number("version");
        var stakeholders = new[]
        {
            new
            {
                kind = "beneficiary",
                name = "Neighbours",
                level = 1,
            },
        };
        (await SendAsync(app.Api, HttpMethod.Put, $"projects/{project}/stakeholders", version, stakeholders)).ShouldBe(
            200
        );
    }

    private async Task WithdrawAsync(Guid project, Guid report)
    {
        using var owner = await app.ApiAsAsync("owner");
        var version = (await app.ReplyAsync($"projects/{project}")).Number("version");
        var path = $"projects/{project}/transitions/{report}/withdrawal";
        (await SendAsync(owner, HttpMethod.Post, path, version, null)).ShouldBe(200);
    }

    private async Task<(string Status, string? Reason)> ReportAsync(Guid project, Guid report)
    {
        var found = (await app.ReplyAsync($"projects/{project}/transitions"))
            .Items()
            .Single(t => t["id"]!.GetValue<Guid>() == report);
        return (found["status"]!.GetValue<string>(), found["decision"]?["reason"]?.GetValue<string>());
    }

    private static async Task<Reply> SendAsync(
        HttpClient client,
        HttpMethod method,
        string path,
        int version,
        object? body
    )
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative));
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await client.SendAsync(request);
        return await Reply.ReadAsync(answer);
    }

    private static Task<int> SendAsync(Tab tab, string part) => tab.PressAsync(tab.Page.Locator($"{part} form button"));
}
