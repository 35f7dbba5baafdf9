using System.Text;
using Microsoft.Playwright;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>A file's way through the pages: checked, refused, taken, looked at, taken back.</summary>
[Collection(OneProgram.Name)]
public sealed class ImportTests(WebApp app)
{
    private const string Headings =
        "Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name\r\n";

    private static string Row(string id, string amount = "1200") =>
        $"{id},A garden,For all,EUR,{amount},2024-01-31,FR-RNA-W751234567,Gardeners,FR-RNA-W759999999,The fund\r\n";

    [BrowserTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_is_checked_then_taken_then_taken_back(bool script)
    {
        var id = $"WEB-{(script ? "S" : "N")}";
        var file = File("garden.csv", Headings + Row(id));
        await using var tab = await app.OpenAsAsync("manager", new(JavaScript: script));
        await tab.GoAsync("/imports");
        await tab.Page.Locator("#f-file").SetInputFilesAsync(file);
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Check first" }));
        await tab.Page.Locator("#report").WaitForAsync();
        (await FiguresAsync(tab, "#report"))
            .Should()
            .Contain(["rowsRead=1", "created=1", "rejected=0", "committed=1200"]);
        (await app.ReplyAsync($"projects?q={id}")).Number("totalItems").Should().Be(0, "checking writes nothing");

        // With the script the file is still there; without it, it is chosen once more.
        if (!script)
            await tab.Page.Locator("#f-file").SetInputFilesAsync(file);
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }));
        await tab.Page.WaitForURLAsync("**import=**");
        var import = await app.ReplyAsync($"imports/{tab.Page.Url.Split('=')[^1]}");
        import.Text("fileName").Should().Be("garden.csv");
        (await FiguresAsync(tab, "#import")).Should().Contain(["created=1", "committed=1200"]);
        (await app.ReplyAsync($"projects?q={id}")).Number("totalItems").Should().Be(1);

        await tab.Page.GetByText("Take this import back").First.ClickAsync();
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Take this import back" }));
        await tab.Page.GetByRole(AriaRole.Alert).Locator("[data-code=required] a").WaitForAsync();
        await tab.Page.GetByLabel("Reason").FillAsync("The wrong file.");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Take this import back" }));
        await tab.Page.GetByRole(AriaRole.Status).WaitForAsync();
        (await app.ReplyAsync($"imports/{import.Id("id")}")).Text("reversal.reason").Should().Be("The wrong file.");
        (await app.ReplyAsync($"projects?q={id}")).Number("totalItems").Should().Be(0);
    }

    [BrowserFact]
    public async Task A_file_with_wrong_rows_is_refused_with_their_places_or_taken_without_them()
    {
        await using var tab = await app.OpenAsAsync("manager", new("fr", JavaScript: false));
        await tab.GoAsync("/imports");
        (await SendAsync(tab, "Importer")).Should().Be(422);
        (await tab.Page.Locator(".drop .fault").CountAsync())
            .Should()
            .Be(1, "a file is missing, and said at its field");

        var file = File("two.csv", Headings + Row("WEB-W1") + Row("WEB-W2", "a lot"));
        await tab.Page.Locator("#f-file").SetInputFilesAsync(file);
        (await SendAsync(tab, "Importer")).Should().Be(422);
        (await tab.Page.GetByRole(AriaRole.Alert).Locator("li[data-code=invalid_amount]").CountAsync()).Should().Be(1);
        var wrong = tab.Page.Locator("#report tr[data-code=invalid_amount] td");
        (await wrong.AllTextContentsAsync()).Should().StartWith(["3", "Amount Awarded"]);
        (await app.ReplyAsync("projects?q=WEB-W")).Number("totalItems").Should().Be(0);

        await tab.Page.Locator("#f-file").SetInputFilesAsync(file);
        await tab.Page.GetByLabel("Prendre les bonnes lignes").CheckAsync();
        (await SendAsync(tab, "Importer")).Should().Be(302);
        (await FiguresAsync(tab, "#import")).Should().Contain(["created=1", "rejected=1"]);
        var rejected = await tab
            .Page.GetByRole(AriaRole.Link, new() { Name = "Lignes fautives en fichier" })
            .GetAttributeAsync("href");
        var rows = await tab.Page.Context.APIRequest.GetAsync(rejected!);
        (await rows.TextAsync()).Should().Contain("WEB-W2").And.Contain("invalid_amount").And.NotContain("WEB-W1");
    }

    [BrowserFact]
    public async Task What_stands_in_the_way_of_taking_back_is_named_with_the_way_there()
    {
        await using var tab = await app.OpenAsAsync("manager", new(JavaScript: false));
        await tab.GoAsync("/imports");
        await tab.Page.Locator("#f-file").SetInputFilesAsync(File("built.csv", Headings + Row("WEB-B")));
        (await SendAsync(tab, "Import")).Should().Be(302);
        var import = tab.Page.Url;
        var project = (await app.ReplyAsync("projects?q=WEB-B")).Id("items.0.id");
        await tab.GoAsync($"/projects/{project}/edit");
        await tab.Page.GetByLabel("Summary").FillAsync("Built upon.");
        await tab.FollowAsync(tab.Page.Locator("#description").GetByRole(AriaRole.Button));

        await tab.GoAsync(import);
        await tab.Page.GetByText("Take this import back").First.ClickAsync();
        await tab.Page.GetByLabel("Reason").FillAsync("A mistake.");
        (await SendAsync(tab, "Take this import back")).Should().Be(409);
        var way = tab.Page.GetByRole(AriaRole.Alert).Locator("li[data-code=import_built_upon] a");
        (await way.TextContentAsync()).Should().Contain("WEB-B");
        await tab.FollowAsync(way);
        (await tab.IdsAsync()).Should().Equal($"{project}");
    }

    [BrowserFact]
    public async Task Any_table_comes_in_by_a_mapping_that_is_made_here()
    {
        await using var tab = await app.OpenAsAsync("manager", new(JavaScript: false));
        await tab.GoAsync("/imports");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "A new mapping" }));
        foreach (
            var (field, heading) in new[]
            {
                ("columns.title", "Purpose"),
                ("columns.amount", "How much"),
                ("columns.awardDate", "Day"),
                ("columns.recipient", "How much"),
                ("constants.funder", "The City"),
            }
        )
            await tab.Page.Locator($"[name='{field}']").FillAsync(heading);
        await tab.Page.GetByLabel("Name of the mapping").FillAsync("city");
        (await SendAsync(tab, "Save")).Should().Be(422);
        (await tab.Page.Locator("[id='f-columns.recipient-fault']").CountAsync())
            .Should()
            .Be(1, "a heading stands twice");
        await tab.Page.Locator("[name='columns.recipient']").FillAsync("To whom");
        (await SendAsync(tab, "Save")).Should().Be(302);
        (await app.ReplyAsync($"portfolios/{app.Portfolio}/import-mappings/city"))
            .Text("columns.To whom")
            .Should()
            .Be("recipient");

        await tab.Page.GetByText("If the headings or letters are unusual").ClickAsync();
        await tab.Page.Locator("#f-mapping").SelectOptionAsync("city");
        var table = "Purpose;How much;Day;To whom\r\nBenches by the river;1.250,00;03/04/2019;Association A\r\n";
        await tab.Page.Locator("#f-file").SetInputFilesAsync(File("city.csv", table));
        await SendAsync(tab, "Check first");
        (await FiguresAsync(tab, "#report")).Should().Contain(["created=1", "committed=1250"]);

        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "city", Exact = true }));
        (await tab.Page.Locator("[name='columns.recipient']").InputValueAsync()).Should().Be("To whom");
        await tab.Page.GetByText("Forget this mapping").First.ClickAsync();
        (await SendAsync(tab, "Forget this mapping")).Should().Be(302);
        using var gone = await app.Api.GetAsync(
            new Uri($"/api/v1/portfolios/{app.Portfolio}/import-mappings/city", UriKind.Relative)
        );
        ((int)gone.StatusCode).Should().Be(404);
    }

    [BrowserFact]
    public async Task A_file_that_is_not_understood_is_said_to_be_refused_whole_and_leads_to_a_mapping()
    {
        await using var tab = await app.OpenAsAsync("manager", new(JavaScript: false));
        var file = File("benches.csv", "What for;Sum;On;Whom\r\nBenches;1250;03/04/2019;Association B\r\n");
        foreach (var (button, status) in new[] { ("Check first", 200), ("Import", 422) })
        {
            await tab.GoAsync("/imports");
            await tab.Page.Locator("#f-file").SetInputFilesAsync(file);
            await tab.Page.GetByLabel("Take the good rows").CheckAsync();
            (await SendAsync(tab, button)).Should().Be(status);
            var said = await tab.Page.Locator("main").InnerTextAsync();
            said.Should().Contain("refused as a whole").And.NotContain("If this is right");
            said.Should().NotContain("take the good ones", "there are none to take");
        }
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Say what its headings mean" }));
        foreach (
            var (field, heading) in new[]
            {
                ("title", "What for"),
                ("amount", "Sum"),
                ("awardDate", "On"),
                ("recipient", "Whom"),
            }
        )
            await tab.Page.Locator($"select[name='columns.{field}']").SelectOptionAsync(heading);
        await tab.Page.Locator("[name='constants.funder']").FillAsync("The City");
        await tab.Page.GetByLabel("Name of the mapping").FillAsync("benches");
        (await SendAsync(tab, "Save")).Should().Be(302);

        // The name is taken from now on: said at its field, with the way to the mapping that has it.
        await tab.GoAsync("/imports/mapping?heading=Sum");
        await tab.Page.GetByLabel("Name of the mapping").FillAsync("benches");
        await tab.Page.Locator("select[name='columns.amount']").SelectOptionAsync("Sum");
        (await SendAsync(tab, "Save")).Should().Be(409);
        (await tab.Page.Locator("#f-name-fault").CountAsync()).Should().Be(1);
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Alert).Locator("li[data-code=name_taken] a"));
        (await tab.Page.Locator("[name='columns.recipient']").InputValueAsync()).Should().Be("Whom");

        await using var finance = await app.OpenAsAsync("finance");
        await finance.GoAsync("/");
        await finance.FollowAsync(
            finance.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Imports" })
        );
        (await finance.Page.Locator("main form[method=post]").CountAsync()).Should().Be(0, "finance reads what came");
        await finance.FollowAsync(finance.Page.GetByRole(AriaRole.Link, new() { Name = "benches", Exact = true }));
        var read = await finance.Page.Locator("main").InnerTextAsync();
        read.Should().Contain("Whom").And.Contain("Beneficiary").And.Contain("The City");
        (await finance.Page.Locator("main form[method=post]").CountAsync()).Should().Be(0);
        (await finance.GoAsync("/imports/mapping")).Should().Be(403);
        await using var investor = await app.OpenAsAsync("investor");
        (await investor.GoAsync("/imports")).Should().Be(403);
    }

    [BrowserFact]
    public async Task The_list_says_what_each_file_changed_and_is_searched_and_sorted()
    {
        await using var tab = await app.OpenAsAsync("manager", new(JavaScript: false));
        foreach (var name in new[] { "zebra-first.csv", "zebra-again.csv" })
        {
            await tab.GoAsync("/imports");
            await tab.Page.Locator("#f-file").SetInputFilesAsync(File(name, Headings + Row("WEB-Z")));
            (await SendAsync(tab, "Import")).Should().Be(302);
        }
        (await tab.Page.GetByText("nothing to take back").CountAsync()).Should().Be(1);
        (await tab.Page.GetByText("Take this import back").CountAsync()).Should().Be(0);
        await tab.Page.GetByLabel("Part of a file's name").FillAsync("ZEBRA");
        await tab.FollowAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }));
        var rows = tab.Page.Locator("#history tr[data-id]");
        (await rows.CountAsync()).Should().Be(2);
        (await rows.Nth(0).InnerTextAsync()).Should().Contain("zebra-again").And.Contain("Changed nothing");
        (await rows.Nth(1).InnerTextAsync()).Should().Contain("zebra-first").And.Contain("In the portfolio");
        (await rows.Nth(0).Locator("data[data-figure$='.unchanged']").GetAttributeAsync("value")).Should().Be("1");
        await tab.FollowAsync(tab.Page.Locator("#history").GetByRole(AriaRole.Link, new() { Name = "When" }));
        (await tab.Page.Locator("#history tr[data-id]").Nth(0).InnerTextAsync()).Should().Contain("zebra-first");
        await tab.GoAsync($"/imports?portfolioId={app.Portfolio}&q=nothing-is-called-so");
        (await tab.Page.GetByText("No file's name has").CountAsync()).Should().Be(1);
    }

    private static FilePayload File(string name, string text) =>
        new()
        {
            Name = name,
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(text),
        };

    private static Task<int> SendAsync(Tab tab, string button) =>
        tab.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));

    private static async Task<string[]> FiguresAsync(Tab tab, string part) =>
        await tab.Page.EvaluateAsync<string[]>(
            $"[...document.querySelectorAll('{part} data[data-figure]')].map(d => `${{d.dataset.figure}}=${{d.value}}`)"
        );
}
