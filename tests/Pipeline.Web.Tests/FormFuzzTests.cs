using System.Text;
using System.Text.Json;
using Pipeline.Api.Tests.Common;
using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>Whatever is typed into any form gets an answer in words: no fault of the program, no word of its inside, no script. On a program of its own.</summary>
public sealed class FormFuzzTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Script = "<script>alert(1)</script>";

    private static readonly string[] Hostile =
    [
        "",
        " ",
        Script,
        "\"'><img src=x onerror=alert(1)>",
        new('x', 70_000),
        "99999999999999999999999999999",
        "-1",
        "1e308",
        "0.000000000000000000000000000001",
        "NaN",
        "31/02/2026",
        "9999-12-31",
        "0001-01-01",
        "2026-13-45",
        "\0",
        "a\uFFFEb",
        "\u202Eevil\uD83D\uDE42\u0301",
        "'; DROP TABLE Projects; --",
        "00000000-0000-0000-0000-000000000000",
        "true",
        "../../etc/passwd",
    ];

    [BrowserFact]
    public async Task Every_form_answers_in_words()
    {
        var random = new Random(20260101);
        await using var tab = await app.OpenAsAsync("administrator", new(JavaScript: true));
        var sent = 0;
        // Of people the investor: buttons there lock somebody out, who is not whoever presses them.
        var investor = (await app.ReplyAsync("users"))
            .Items()
            .Single(u => u["email"]!.ToString() == "investor@demo.pipeline")["id"];
        var sites = Sites.Signed.Select(s => s.Replace("{person}", $"{investor}", StringComparison.Ordinal));
        foreach (var path in await Sites.FillAsync(app, sites))
        {
            await tab.GoAsync(path);
            // A button of one's account ends one's sessions.
            if (tab.Page.Url.Contains("/sign-in", StringComparison.Ordinal))
            {
                await tab.SignInAsync("administrator@demo.pipeline", WebApp.Password);
                await tab.GoAsync(path);
            }
            foreach (var form in await FormsAsync(tab))
                for (var round = 0; round < 3; round++)
                {
                    sent++;
                    await SendAsync(tab, path, form, random, half: round > 0);
                }
        }
        sent.Should().BeGreaterThan(150);
        tab.Complaints.Should().BeEmpty();
        // Other sessions were ended on the way.
        using var api = await app.ApiAsAsync("administrator");
        using var audit = await api.GetAsync(new Uri("/api/v1/audit/verify", UriKind.Relative));
        (await Reply.ReadAsync(audit)).ShouldBe(200).Json!["valid"]!.GetValue<bool>().Should().BeTrue();
    }

    /// <summary>The fields of each form that a page posts: what they hold, and whether somebody types it.</summary>
    private static async Task<IReadOnlyList<JsonElement>> FormsAsync(Tab tab) =>
        [
            .. (
                await tab.Page.EvaluateAsync<JsonElement>(
                    """
                    [...document.querySelectorAll('main form[method=post]')].map(f => [...f.elements]
                        .filter(e => e.name && e.type !== 'file' && e.tagName !== 'BUTTON' && ((e.type !== 'checkbox' && e.type !== 'radio') || e.checked))
                        .map(e => ({ name: e.name, value: e.value, typed: e.type !== 'hidden' })))
                    """
                )
            ).EnumerateArray(),
        ];

    private static async Task SendAsync(Tab tab, string path, JsonElement form, Random random, bool half)
    {
        var fields = form.EnumerateArray()
            .Select(f =>
                (
                    Name: f.GetProperty("name").GetString()!,
                    Value: f.GetProperty("typed").GetBoolean() && (!half || random.Next(3) == 0)
                        ? Hostile[random.Next(Hostile.Length)]
                        : f.GetProperty("value").GetString()!
                )
            )
            // Each is a form of its own, and not the last one once more.
            .Select(f => f.Name == "_key" ? (f.Name, new Guid(random.Next(), 1, 2, new byte[8]).ToString()) : f)
            .ToList();
        var body = string.Join(
            '&',
            fields.Select(f => $"{Uri.EscapeDataString(f.Item1)}={Uri.EscapeDataString(f.Item2)}")
        );
        var answer = await tab.Page.Context.APIRequest.PostAsync(
            path,
            new()
            {
                Headers = new Dictionary<string, string> { ["Content-Type"] = "application/x-www-form-urlencoded" },
                DataByte = Encoding.UTF8.GetBytes(body),
                MaxRedirects = 0,
            }
        );
        var said = await answer.TextAsync();
        var what = $"of {path} with {(body.Length > 2000 ? body[..2000] : body)}";
        new[] { 200, 302, 303, 400, 403, 404, 409, 412, 413, 422 }.Should().Contain(answer.Status, what);
        said.Should()
            .NotContain(Script, what)
            .And.NotContain("<img src=x", what)
            .And.NotContain("   at Pipeline.", what);
        if (answer.Status >= 400)
            said.Should().MatchRegex("role=\"alert\"|data-code=", what);
    }
}
