using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Pipeline.Web.Tests.Common;

/// <summary>A page in a browser, with what the browser complained about.</summary>
public sealed class Tab : IAsyncDisposable
{
    // Where a word ends and an element in the same line begins with another, or the reverse, with nothing between them.
    private const string Glued = """
        [...document.querySelectorAll('main *')].flatMap(e => {
            const inline = x => x.nodeType === 3 || x.nodeType === 1 && getComputedStyle(x).display.startsWith('inline')
                && !x.closest('svg') && !x.classList.contains('unseen');
            const room = (x, side) => x.nodeType === 3 ? 0
                : parseFloat(getComputedStyle(x)['margin' + side]) + parseFloat(getComputedStyle(x)['padding' + side]);
            const near = (x, next) => { do x = x[next]; while (x?.nodeType === 8); return x; };
            const ends = /[\p{L}\p{N}%€.,:;)!?»”·]$/u, begins = /^[\p{L}\p{N}(«“£€]/u;
            if (!inline(e) || !e.textContent.trim() || getComputedStyle(e.parentElement).display.match(/flex|grid/)) return [];
            const [before, after] = [near(e, 'previousSibling'), near(e, 'nextSibling')];
            return [
                before && inline(before) && room(e, 'Left') + room(before, 'Right') === 0 && ends.test(before.textContent) && begins.test(e.textContent)
                    ? before.textContent.slice(-30) + '|' + e.outerHTML.slice(0, 90) : null,
                after?.nodeType === 3 && room(e, 'Right') === 0 && ends.test(e.textContent) && begins.test(after.data)
                    ? e.outerHTML.slice(-60) + '|' + after.data.slice(0, 30) : null,
            ].filter(x => x);
        })
        """;

    private const string Doubled = """
        [...document.querySelectorAll('[id]')].map(e => e.id).filter((id, at, all) => all.indexOf(id) !== at)
        """;

    // Days in words that are none for programs; what people typed is theirs.
    private const string Undated = """
        (() => {
            const written = /(?<![\p{L}\p{N}])\d{1,2}(er)? (January|February|March|April|May|June|July|August|September|October|November|December|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4}/u;
            const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), found = [];
            while (texts.nextNode())
                if (written.test(texts.currentNode.data) && !texts.currentNode.parentElement.closest('time, option, textarea, .told, .prose, pre, code'))
                    found.push(texts.currentNode.parentElement.outerHTML.slice(0, 160));
            return found;
        })()
        """;

    private readonly List<string> _complaints = [];

    private Tab(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            // A status that is refused is the page's own affair; what the policy blocks, or a script breaks on, is nobody's wish.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status"))
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    /// <summary>Violations of the Content-Security-Policy and errors of scripts, up to now.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<Tab> OpenAsync(IBrowserContext context) => new(await context.NewPageAsync());

    /// <summary>The figures of the page that have a path in the API's reply, each with its invariant value.</summary>
    public async Task<IReadOnlyList<(string Path, string Value)>> FiguresAsync() =>
        [
            .. (
                await Page.EvaluateAsync<string[][]>(
                    "[...document.querySelectorAll('data[data-figure]')].map(d => [d.dataset.figure, d.value])"
                )
            ).Select(figure => (figure[0], figure[1])),
        ];

    /// <summary>Figures that are nowhere in a reply: none, since each says where it comes from.</summary>
    public async Task<IReadOnlyList<string>> NamelessFiguresAsync() =>
        await Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('data:not([data-figure]), data[data-figure=\"\"]')].map(d => d.parentElement.outerHTML.slice(0, 120))"
        );

    /// <summary>How many pages it takes on paper.</summary>
    public async Task<int> CountPrintedAsync()
    {
        var printed = await Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        return Regex.Count(Encoding.Latin1.GetString(printed), @"/Type\s*/Page\b");
    }

    /// <summary>Goes to an address of the product; gives the status.</summary>
    public async Task<int> GoAsync(string address) => (await Page.GotoAsync(address))!.Status;

    /// <summary>The ids of the rows of the page's table, in their order.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync() =>
        await Page.EvaluateAsync<string[]>("[...document.querySelectorAll('tr[data-id]')].map(r => r.dataset.id)");

    public async Task SignInAsync(string email, string password)
    {
        await GoAsync("/sign-in");
        await Page.Locator("#f-email").FillAsync(email);
        await Page.Locator("#f-password").FillAsync(password);
        await FollowAsync(Page.Locator("form:has(#f-password) button"));
        Page.Url.Should().NotContain("/sign-in");
    }

    /// <summary>
    /// Clicks what leads to another page, and waits for that page, whether the browser or a script puts it there: what is read next is never the
    /// page left behind.
    /// </summary>
    public Task FollowAsync(ILocator link) => LeaveAsync(() => link.ClickAsync());

    /// <summary>The same by a key, on what has the focus.</summary>
    public Task PressKeyAsync(string key) => LeaveAsync(() => Page.Keyboard.PressAsync(key));

    private async Task LeaveAsync(Func<Task> leave)
    {
        await Page.EvaluateAsync("document.body.setAttribute('data-left', '')");
        await leave();
        for (var waits = 0; !await HasArrivedAsync(); waits++)
        {
            waits.Should().BeLessThan(1_500, "another page follows {0}", Page.Url);
            await Task.Delay(20);
        }
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    private async Task<bool> HasArrivedAsync()
    {
        try
        {
            return await Page.EvaluateAsync<bool>("document.body?.hasAttribute('data-left') === false");
        }
        catch (PlaywrightException)
        {
            // Between two pages there is none to ask.
            return false;
        }
    }

    /// <summary>Sends the form that a button stands in, and waits for the page that comes; gives the status of the answer.</summary>
    public async Task<int> PressAsync(ILocator button) =>
        (await Page.RunAndWaitForResponseAsync(() => FollowAsync(button), r => r.Request.Method == "POST")).Status;

    /// <summary>No fault that axe finds, no id twice, no day in words alone, no sideways scrolling, no complaint. The complaints first: axe's own script can trip the policy.</summary>
    public async Task ShouldBeSoundAsync()
    {
        Complaints.Should().BeEmpty("of {0}", Page.Url);
        var wide = await Page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        );
        wide.Should().BeLessThanOrEqualTo(0, "{0} scrolls sideways", Page.Url);
        (await Page.EvaluateAsync<string[]>(Glued)).Should().BeEmpty("words run into each other on {0}", Page.Url);
        (await Page.EvaluateAsync<string[]>(Doubled)).Should().BeEmpty("an id leads to one place on {0}", Page.Url);
        (await Page.EvaluateAsync<string[]>(Undated)).Should().BeEmpty("days are days on {0}", Page.Url);
        await ShouldHaveNoFaultAsync(new());
    }

    /// <summary>The same page in the other theme, which differs in colours alone: enough contrast there too.</summary>
    public async Task ShouldBeSoundInTheDarkAsync()
    {
        // At once: on their way from one theme to the other colours are neither's.
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        await ShouldHaveNoFaultAsync(new() { RunOnly = RunOnlyOptions.Rules("color-contrast") });
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }

    private async Task ShouldHaveNoFaultAsync(AxeRunOptions options)
    {
        // What passed is a long list that nobody reads.
        options.ResultTypes = [ResultType.Violations];
        var found = await Page.RunAxe(options);
        found
            .Violations.Select(v => $"{v.Id} on {Page.Url}: {string.Join("; ", v.Nodes.Take(3).Select(n => n.Html))}")
            .Should()
            .BeEmpty();
    }

    public ValueTask DisposeAsync() => new(Page.Context.CloseAsync());
}
