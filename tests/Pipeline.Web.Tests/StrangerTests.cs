using Microsoft.Playwright;
using Pipeline.Api.Tests.Common;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>Somebody who has never heard of an API does the whole job on an empty instance, in a browser alone, and with few clicks.</summary>
[Collection(OneProgram.Name)]
public sealed class StrangerTests(WebApp app) : IAsyncLifetime
{
    private const string First = "first@fund.test";

    // As published by the Indigo Trust; the portfolio has to be kept in its currency.
    private static readonly string Grants = Path.Combine(
        CommandLine.Root,
        "..",
        "shared",
        "data",
        "indigo-trust-360giving.csv"
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-stranger-").FullName;
    private ServedProgram? _program;
    private int _clicks;

    private string Address => _program!.Address.ToString().TrimEnd('/');

    public async Task InitializeAsync()
    {
        if (Chromium.Executable is not null)
            _program = await WebApp.StartEmptyAsync(_folder, First);
    }

    public async Task DisposeAsync()
    {
        if (_program is not null)
            await _program.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [BrowserTheory]
    [InlineData("en", true)]
    [InlineData("fr", false)]
    public async Task A_file_comes_in_and_a_project_passes_its_first_gate(string language, bool script)
    {
        var look = new Look(language, JavaScript: script);
        await using var manager = await app.OpenAsync(look, address: Address);
        await manager.SignInAsync(First, WebApp.Password);

        await MakePortfolioAsync(manager);
        Taken().Should().BeLessThanOrEqualTo(2);
        await ImportAsync(manager);
        Taken().Should().BeLessThanOrEqualTo(4, "the step, the file, a look at what would happen, and done");

        await FollowAsync(manager, Link(manager, "/projects"));
        await FollowAsync(manager, manager.Page.Locator("tr[data-id] a").First);
        var project = new Uri(manager.Page.Url).AbsolutePath;
        await using var owner = await InviteOwnerAsync(manager, look);
        Taken().Should().BeLessThanOrEqualTo(12, "found, invited, named, and the password set");

        await DescribeAsync(owner, project);
        await CommitAsync(manager, project);
        await ReportAsync(owner, project, script);
        await ApproveAsync(manager);
        Taken().Should().BeLessThanOrEqualTo(18, "what is missing, money, the passage, a look at it, and its answer");
        await manager.GoAsync(project);
        (await manager.Page.Locator(".track-line [aria-current]").TextContentAsync())
            .Should()
            .ContainAny("Experimentation", "Expérimentation");

        await FollowAsync(manager, Link(manager, "/"));
        await FollowAsync(manager, manager.Page.Locator("main a[href^='/portfolios/']").First);
        (await manager.Page.Locator("[data-figure='totals.committed']").First.GetAttributeAsync("value"))
            .Should()
            .Be("8058545.4", "it is what the file holds, and the commitment since");
        var workbook = await manager.Page.RunAndWaitForDownloadAsync(() =>
            ClickAsync(manager.Page.Locator("a[href*='report.xlsx']").First)
        );
        new FileInfo((await workbook.PathAsync())!).Length.Should().BePositive();
        Taken().Should().BeLessThanOrEqualTo(3);
    }

    private async Task MakePortfolioAsync(Tab tab)
    {
        await FollowAsync(tab, tab.Page.Locator("#first-steps a[href='/admin/portfolios/new']"));
        await FillAsync(
            tab,
            ("name", "Thames"),
            ("code", "THAMES"),
            ("organisationId", "Thames Trust"),
            ("currency", "GBP")
        );
        await tab.Page.Locator("#f-organisationId\\.profile").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        (await PressAsync(tab, tab.Page.Locator("main form button"))).Should().Be(302);
    }

    private async Task ImportAsync(Tab tab)
    {
        await FollowAsync(tab, Link(tab, "/"));
        await FollowAsync(tab, tab.Page.Locator("#first-steps a[href='/imports']"));
        await tab.Page.Locator("input[type=file]").SetInputFilesAsync(Grants);
        (await PressAsync(tab, tab.Page.Locator("button[name=dryRun]"))).Should().Be(200);
        await FigureAsync("created", "269");
        if (await tab.Page.Locator("input[type=file]").EvaluateAsync<int>("f => f.files.length") == 0)
            await tab.Page.Locator("input[type=file]").SetInputFilesAsync(Grants);
        (await PressAsync(tab, tab.Page.Locator("#upload form button:not([name])"))).Should().Be(302);
        await FigureAsync("created", "269");

        async Task FigureAsync(string path, string value) =>
            (await tab.Page.Locator($"[data-figure={path}]").First.GetAttributeAsync("value")).Should().Be(value);
    }

    /// <summary>Invites somebody and names them as the owner of the project that is shown; they set their password and sign in.</summary>
    private async Task<Tab> InviteOwnerAsync(Tab manager, Look look)
    {
        var project = manager.Page.Url;
        await FollowAsync(manager, Link(manager, "/admin"));
        await FollowAsync(manager, manager.Page.Locator("main a[href='/admin/people']").First);
        await FollowAsync(manager, manager.Page.Locator("a[href^='/admin/people/new']").First);
        await FillAsync(manager, ("email", "olive@fund.test"), ("name", "Olive Owner"));
        (await PressAsync(manager, manager.Page.Locator("main form:has(#f-email) button"))).Should().Be(302);
        var invitation = await manager.Page.GetByRole(AriaRole.Status).Locator("code").TextContentAsync();

        await manager.GoAsync(project);
        var people = manager.Page.Locator("#people");
        await ClickAsync(people.Locator("summary").First);
        var person = await people.Locator("option", new() { HasText = "Olive Owner" }).GetAttributeAsync("value");
        await people.Locator("select[name=userId]").SelectOptionAsync(person!);
        (await PressAsync(manager, people.Locator("form:has([name=userId]) button"))).Should().Be(302);

        // The link's secret stands behind a #, which no server sees: without a script it is typed.
        var owner = await app.OpenAsync(look with { JavaScript = true }, address: Address);
        await owner.GoAsync(invitation!);
        await FillAsync(owner, ("password", "eleven rivers at dusk"));
        (await PressAsync(owner, owner.Page.Locator("main form button"))).Should().Be(302);
        await FillAsync(owner, ("email", "olive@fund.test"), ("password", "eleven rivers at dusk"));
        (await PressAsync(owner, owner.Page.Locator("form:has(#f-email) button"))).Should().Be(302);
        return owner;
    }

    /// <summary>The owner follows what the gate misses and writes it down.</summary>
    private async Task DescribeAsync(Tab tab, string project)
    {
        await FollowAsync(tab, tab.Page.Locator($"#mine a[href='{project}']"));
        await FollowAsync(tab, tab.Page.Locator("[data-met=false] a[href*='/edit']").First);
        await FillAsync(
            tab,
            ("need.problem", "Nobody funds clean stoves."),
            ("need.beneficiaries", "Villages without a grid"),
            ("solutionHypotheses", "An award that others hear of")
        );
        (await PressAsync(tab, tab.Page.Locator("#description form button"))).Should().Be(302);
        await tab.GoAsync($"{project}/edit");
        var territories = tab.Page.Locator("#territories");
        if (!await territories.Locator("[name='[0].name']").IsVisibleAsync())
            (await PressAsync(tab, territories.Locator("button[name=_more]"))).Should().Be(200);
        await territories.Locator("[name='[0].name']").FillAsync("Greater London");
        await territories.Locator("[name='[0].level']").SelectOptionAsync("local");
        (await PressAsync(tab, territories.Locator("form > button, form > .actions button").Last)).Should().Be(302);
    }

    private async Task CommitAsync(Tab tab, string project)
    {
        await tab.GoAsync(project);
        await FollowAsync(tab, tab.Page.Locator("[data-met=false] a[href*='/ledger']").First);
        var form = tab.Page.Locator("#agree");
        await form.Locator("[name=funderOrganisationId]").FillAsync("Thames Trust");
        await form.Locator("[name=phase]").SelectOptionAsync("experimentation");
        await form.Locator("[name=lever]").SelectOptionAsync("funding");
        await form.Locator("[name='amount.amount']").FillAsync("5000");
        (await PressAsync(tab, form.GetByRole(AriaRole.Button))).Should().Be(302);
    }

    private async Task ReportAsync(Tab tab, string project, bool script)
    {
        await tab.GoAsync(project);
        (await tab.Page.Locator("[data-met=false]").CountAsync()).Should().Be(0, "all that was missing is there");
        await FollowAsync(tab, tab.Page.Locator($"a[href='{project}/report']").First);
        await FollowAsync(tab, tab.Page.Locator("a[href*='trigger=advance']").First);
        await tab.Page.Locator("[name=narrative]").FillAsync("The awards are known.");
        (await PressAsync(tab, tab.Page.Locator("main form:has([name=narrative]) button").Last)).Should().Be(200);
        (await tab.Page.Locator("#report [data-met=false]").CountAsync()).Should().Be(0, "the gate is shown as judged");
        (await tab.Page.Locator("#report .told").TextContentAsync()).Should().Be("The awards are known.");
        if (script)
            await tab.ShouldBeSoundAsync();
        (await PressAsync(tab, tab.Page.Locator("#report button[value=send]"))).Should().Be(302);
        (await tab.Page.Locator("#follows").TextContentAsync()).Should().Contain("Thames", "who decides is said");
        if (script)
            await tab.ShouldBeSoundAsync();
    }

    private async Task ApproveAsync(Tab tab)
    {
        await FollowAsync(tab, Link(tab, "/reviews"));
        await FollowAsync(tab, tab.Page.Locator("#queue a.button").First);
        await tab.Page.Locator("[name=decision][value=approve]").CheckAsync();
        (await PressAsync(tab, tab.Page.Locator("form:has([name=decision]) .actions button"))).Should().Be(302);
    }

    private static ILocator Link(Tab tab, string path) => tab.Page.Locator($"header nav a[href='{path}']");

    private static async Task FillAsync(Tab tab, params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
            await tab.Page.Locator($"main [name='{name}']").FillAsync(value);
    }

    private Task FollowAsync(Tab tab, ILocator link)
    {
        _clicks++;
        return tab.FollowAsync(link);
    }

    private Task<int> PressAsync(Tab tab, ILocator button)
    {
        _clicks++;
        return tab.PressAsync(button);
    }

    private Task ClickAsync(ILocator place)
    {
        _clicks++;
        return place.ClickAsync();
    }

    /// <summary>Clicks since the last time.</summary>
    private int Taken()
    {
        var taken = _clicks;
        _clicks = 0;
        return taken;
    }
}
