using System.Globalization;
using Microsoft.Playwright;
using Pipeline.Api.Tests.Common;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>A project's pages: what its owner, its manager and finance do there.</summary>
[Collection(OneProgram.Name)]
public sealed class ProjectTests(WebApp app)
{
    private async Task<Reply> ProjectAsync(string code)
    {
        var listed = await app.ReplyAsync($"projects?q={code}");
        return await app.ReplyAsync($"projects/{listed.Id("items.0.id")}");
    }

    [BrowserFact]
    public async Task Ratios_and_days_are_the_api_s()
    {
        var project = await ProjectAsync("DEMO-10");
        var ratios = await app.ReplyAsync($"projects/{project.Id("id")}/ratios");
        var transitions = await app.ReplyAsync($"projects/{project.Id("id")}/transitions");
        await using var tab = await app.OpenAsAsync("owner");
        await tab.GoAsync($"/projects/{project.Id("id")}");

        var figures = await tab.FiguresAsync();
        figures.Count.Should().BeGreaterThan(3);
        foreach (var (path, value) in figures)
            decimal.Parse(value, CultureInfo.InvariantCulture)
                .Should()
                .Be(
                    path.Split('.', 2) switch
                    {
                        ["ratios", var figure] => Figures.At(ratios, figure),
                        ["transitions", var figure] => Figures.At(transitions, figure),
                        _ => Figures.At(project, path),
                    },
                    "of {0}",
                    path
                );
    }

    [BrowserFact]
    public async Task A_passage_whose_gate_is_not_met_is_refused_with_the_way_to_mend_it_and_what_was_typed_stays()
    {
        var id = (await ProjectAsync("DEMO-10")).Id("id");
        await using var tab = await app.OpenAsAsync("owner", new("fr", JavaScript: false));
        await tab.GoAsync($"/projects/{id}/report");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Passer à la phase suivante" }));
        (await tab.Page.Locator("[data-criterion='evaluation.sizing']").GetAttributeAsync("data-met"))
            .Should()
            .Be("false");
        await tab.Page.GetByLabel("Ce qui s'est passé").FillAsync("Le modèle est prêt. <script>alert(1)</script>");
        var answer = await tab.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Vérifier :" }));

        answer.Should().Be(409);
        var refused = tab.Page.GetByRole(AriaRole.Alert);
        (await refused.Locator("[data-code=gate_not_met]").CountAsync()).Should().Be(1);
        (await refused.Locator("[data-code='evaluation.sizing'] a").GetAttributeAsync("href"))
            .Should()
            .Be($"/projects/{id}/evaluations#record");
        (await tab.Page.GetByLabel("Ce qui s'est passé").InputValueAsync())
            .Should()
            .Be("Le modèle est prêt. <script>alert(1)</script>");
    }

    [BrowserFact]
    public async Task A_form_that_is_sent_twice_is_done_once()
    {
        var project = await ProjectAsync("DEMO-02");
        var before = (await app.ReplyAsync($"projects/{project.Id("id")}/commitments")).Items().Count;
        await using var tab = await app.OpenAsAsync("finance");
        await tab.GoAsync($"/projects/{project.Id("id")}/ledger");
        var form = tab.Page.Locator("#agree");
        await form.GetByLabel("Funder", new() { Exact = true }).FillAsync("Demonstration fund");
        await form.GetByLabel("Lever").SelectOptionAsync("funding");
        await form.GetByLabel("Amount").FillAsync("1,234.50");
        var sent = await tab.Page.RunAndWaitForRequestAsync(
            () => form.GetByRole(AriaRole.Button).ClickAsync(),
            r => r.Method == "POST"
        );
        await tab.Page.WaitForURLAsync("**commitment=**");
        (await tab.Page.GetByRole(AriaRole.Status).TextContentAsync()).Should().Contain("recorded");
        var first = tab.Page.Url;

        var again = await tab.Page.Context.APIRequest.PostAsync(
            sent.Url,
            new()
            {
                Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" },
                DataByte = sent.PostDataBuffer,
            }
        );
        again.Url.Split('#')[0].Should().Be(first.Split('#')[0]);
        (await app.ReplyAsync($"projects/{project.Id("id")}/commitments")).Items().Count.Should().Be(before + 1);
    }

    [BrowserFact]
    public async Task Going_back_after_a_post_shows_the_form_and_posts_nothing()
    {
        var id = (await ProjectAsync("DEMO-03")).Id("id");
        await using var tab = await app.OpenAsAsync("finance");
        await tab.GoAsync($"/projects/{id}/ledger");
        var form = tab.Page.Locator("#agree");
        await form.Locator("[name=funderOrganisationId]").FillAsync("Demonstration fund");
        await form.Locator("[name=lever]").SelectOptionAsync("funding");
        await form.Locator("[name='amount.amount']").FillAsync("12");
        (await tab.PressAsync(form.GetByRole(AriaRole.Button))).Should().Be(302);
        await tab.Page.WaitForURLAsync("**commitment=**");
        var made = await CountAsync();

        await tab.Page.GoBackAsync();
        await tab.Page.WaitForURLAsync($"**/projects/{id}/ledger");
        (await form.CountAsync()).Should().Be(1);
        await tab.Page.ReloadAsync();
        await tab.Page.GoForwardAsync();
        await tab.Page.WaitForURLAsync("**commitment=**");
        (await tab.Page.Locator("#details").CountAsync()).Should().Be(1);
        (await CountAsync()).Should().Be(made);

        async Task<int> CountAsync() => (await app.ReplyAsync($"projects/{id}/commitments")).Items().Count;
    }

    [BrowserTheory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task It_is_printed_on_two_pages_with_whose_it_is_and_when(string language)
    {
        await using var tab = await app.OpenAsAsync("administrator", new(language, Dark: true));
        foreach (var project in (await app.ReplyAsync("projects?q=DEMO&pageSize=200")).Items())
        {
            await tab.GoAsync($"/projects/{project["id"]}");
            (await tab.CountPrintedAsync()).Should().BeLessThanOrEqualTo(2, "of {0}", project["name"]);
        }
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await tab.Page.Locator(".print-foot").IsVisibleAsync()).Should().BeTrue();
        (await tab.Page.Locator(".print-foot").TextContentAsync()).Should().Contain("Demonstration portfolio");
        (await tab.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"))
            .Should()
            .Be("rgb(255, 255, 255)", "paper is light");
    }

    [BrowserFact]
    public async Task A_loan_is_recorded_with_who_accompanies_it_and_paid_back()
    {
        var id = (await ProjectAsync("DEMO-04")).Id("id");
        await using var tab = await app.OpenAsAsync("finance", new(JavaScript: false));
        await tab.GoAsync($"/projects/{id}/ledger");
        var form = tab.Page.Locator("#agree");
        ILocator At(string field) => form.Locator($"[name='{field}']");
        await At("funderOrganisationId").FillAsync("Demonstration fund");
        await At("amount.amount").FillAsync("900");
        await At("lever").SelectOptionAsync("funding");
        (await At("provider.kind").IsVisibleAsync()).Should().BeFalse("nobody accompanies funding");
        await At("lever").SelectOptionAsync("expertiseAndNetworks");
        (await At("resultIndicators[0]").IsVisibleAsync()).Should().BeFalse("a grant is paid by no results");
        await At("instrument").SelectOptionAsync("socialImpactContract");
        await At("provider.organisationId").FillAsync("Demonstration fund");
        (await tab.PressAsync(form.GetByRole(AriaRole.Button))).Should().Be(422);
        (await tab.Page.GetByRole(AriaRole.Alert).Locator("[data-code=required] a").GetAttributeAsync("href"))
            .Should()
            .EndWith("#f-provider.kind");
        await At("provider.kind").SelectOptionAsync("external");
        (await tab.PressAsync(form.GetByRole(AriaRole.Button))).Should().Be(422);
        (await tab.Page.Locator("[data-code=result_indicators_wanted] a").GetAttributeAsync("href"))
            .Should()
            .EndWith("#f-resultIndicators");
        await At("instrument").SelectOptionAsync("loan");
        (await tab.PressAsync(form.GetByRole(AriaRole.Button))).Should().Be(302);

        var details = tab.Page.Locator("#details");
        (await details.TextContentAsync())
            .Should()
            .Contain("Loan")
            .And.Contain("Demonstration fund (External adviser)");
        await RepayAsync("200");
        await details.Locator("li summary").ClickAsync();
        await details.Locator("li [name=reason]").FillAsync("Booked twice");
        (await tab.PressAsync(details.Locator("li form button"))).Should().Be(302);
        await RepayAsync("120.25");

        var commitment = (await app.ReplyAsync($"projects/{id}/commitments"))
            .Items()
            .Single(c => c["instrument"]!.ToString() == "loan");
        commitment["provider"]!["kind"]!.ToString().Should().Be("external");
        var address = $"/projects/{id}/ledger?commitment={commitment["id"]}";
        (await app.ReplyAsync($"projects/{id}/commitments/{commitment["id"]}/repayments"))
            .Items()
            .Select(r => r["amount"]!["amount"]!.GetValue<decimal>())
            .Should()
            .Equal(200m, -200m, 120.25m);
        await using var reader = await app.OpenAsAsync("investor");
        await reader.GoAsync(address);
        (await reader.Page.Locator("#details [data-id] data").AllTextContentsAsync()).Should().HaveCount(3);
        (await reader.Page.Locator("#details dl").TextContentAsync()).Should().Contain("Loan").And.Contain("€120.25");

        async Task RepayAsync(string amount)
        {
            await details.Locator("summary", new() { HasText = "Record a repayment" }).ClickAsync();
            var repay = details.Locator("form:has([name=repaidOn])");
            await repay.Locator("[name='amount.amount']").FillAsync(amount);
            (await tab.PressAsync(repay.GetByRole(AriaRole.Button))).Should().Be(302);
        }
    }

    [BrowserFact]
    public async Task A_stale_form_shows_both_states_and_keeps_what_was_typed()
    {
        var id = (await ProjectAsync("DEMO-05")).Id("id");
        await using var mine = await app.OpenAsAsync("manager");
        await using var other = await app.OpenAsAsync("owner");
        foreach (var (tab, summary) in new[] { (mine, "Mine"), (other, "Somebody else's") })
        {
            await tab.GoAsync($"/projects/{id}/edit");
            await tab.Page.GetByLabel("Summary").FillAsync(summary);
        }
        await SaveAsync(other);
        (await SaveAsync(mine)).Should().Be(412);

        (await mine.Page.GetByRole(AriaRole.Alert).Locator("[data-code=stale]").CountAsync()).Should().Be(1);
        (await mine.Page.GetByLabel("Summary").InputValueAsync()).Should().Be("Mine");
        (await mine.Page.Locator(".meanwhile").TextContentAsync()).Should().Contain("Somebody else's");
        (await SaveAsync(mine)).Should().Be(302);
        (await ProjectAsync("DEMO-05")).Text("summary").Should().Be("Mine");
    }

    [BrowserFact]
    public async Task Whoever_has_to_sign_in_again_finds_the_form_as_it_was()
    {
        var id = (await ProjectAsync("DEMO-06")).Id("id");
        await using var tab = await app.OpenAsAsync("manager");
        await tab.GoAsync($"/projects/{id}/edit");
        await tab.Page.GetByLabel("Summary").FillAsync("Not lost");
        await tab.Page.Context.ClearCookiesAsync(new() { Name = "pipeline" });
        await tab.FollowAsync(tab.Page.Locator("#description").GetByRole(AriaRole.Button));
        await tab.Page.GetByLabel("Email").FillAsync("manager@demo.pipeline");
        await tab.Page.GetByLabel("Password").FillAsync(WebApp.Password);
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }));
        await tab.Page.WaitForURLAsync($"**/projects/{id}/edit");
        (await tab.Page.GetByLabel("Summary").InputValueAsync()).Should().Be("Not lost");
    }

    [BrowserFact]
    public async Task Owners_are_named_and_removed()
    {
        var id = (await ProjectAsync("DEMO-09")).Id("id");
        await using var tab = await app.OpenAsAsync("manager", new(JavaScript: false));
        await tab.GoAsync($"/projects/{id}");
        var people = tab.Page.Locator("#people");
        await people.GetByText("Add an owner").First.ClickAsync();
        await people.GetByLabel("Person").SelectOptionAsync(new SelectOptionValue { Label = "Ivo Investor" });
        await tab.FollowAsync(people.GetByRole(AriaRole.Button, new() { Name = "Add an owner" }));
        (await tab.Page.GetByRole(AriaRole.Status).TextContentAsync()).Should().Contain("Ivo Investor owns");
        (await OwnersAsync()).Should().Contain("Ivo Investor");

        var owner = people.Locator("li", new() { HasText = "Ivo Investor" });
        await owner.GetByText("Remove").First.ClickAsync();
        await tab.FollowAsync(owner.GetByRole(AriaRole.Button, new() { Name = "Remove" }));
        (await OwnersAsync()).Should().NotContain("Ivo Investor").And.NotBeEmpty();

        async Task<IEnumerable<string>> OwnersAsync() =>
            (await ProjectAsync("DEMO-09")).Items("owners").Select(o => o["name"]!.GetValue<string>());
    }

    [BrowserFact]
    public async Task What_a_role_may_not_do_is_not_offered()
    {
        var id = (await ProjectAsync("DEMO-10")).Id("id");
        await using var tab = await app.OpenAsAsync("investor");
        await tab.GoAsync($"/projects/{id}/ledger");
        (await tab.Page.Locator("main form").CountAsync()).Should().Be(0);
        (await tab.GoAsync("/projects/new")).Should().Be(403);
    }

    private static Task<int> SaveAsync(Tab tab) =>
        tab.PressAsync(tab.Page.Locator("#description").GetByRole(AriaRole.Button));
}
