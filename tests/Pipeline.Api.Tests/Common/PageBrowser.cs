using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pipeline.Api.Tests.Common;

/// <summary>Asks for pages as a browser does, by cookie, without one.</summary>
internal static partial class PageBrowser
{
    /// <summary>A person's browser; that of nobody where the client has not signed in.</summary>
    public static async Task<HttpClient> BrowserOfAsync(this PipelineApi api, Client person, string? language = null)
    {
        var browser = api.CreateClient(new() { AllowAutoRedirect = false });
        if (language is not null)
            browser.DefaultRequestHeaders.AcceptLanguage.Add(new(language));
        if (person.UserId == Guid.Empty)
            return browser;
        var email = (await person.GetAsync("me")).ShouldBe(200).Text("email");
        var form = await browser.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        using var content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
                ["email"] = email,
                ["password"] = PipelineApi.Password,
            }
        );
        using var answer = await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        ((int)answer.StatusCode).Should().Be(302, "{0} signs in", email);
        return browser;
    }

    /// <summary>A page that has to be there, with its texts as they are read.</summary>
    public static async Task<string> PageAsync(this HttpClient browser, string path) =>
        System.Net.WebUtility.HtmlDecode(await browser.GetStringAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Fills in a form of a page with what the API would be sent, and sends it: the fields of forms bear the API's names.</summary>
    /// <param name="form">Which form of the page.</param>
    /// <param name="body">As the API takes it; where it names an organisation by its id, <paramref name="named"/> says what is typed.</param>
    public static async Task SendFormAsync(
        this HttpClient browser,
        string page,
        string form,
        JsonNode body,
        Func<string, string>? named = null
    )
    {
        using var answer = await browser.PostFormAsync(page, form, body, named);
        ((int)answer.StatusCode)
            .Should()
            .Be(302, "{0} takes {1} and says {2}", page, body, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The same, whatever the page answers.</summary>
    /// <inheritdoc cref="SendFormAsync" />
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient browser,
        string page,
        string form,
        JsonNode body,
        Func<string, string>? named = null
    )
    {
        named ??= id => id;
        var shown = await browser.GetStringAsync(new Uri(page, UriKind.Relative));
        var drawn = Forms()
            .Matches(shown)
            .Select(m => m.Value)
            .Single(f => f.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal));
        var lines = Areas().Matches(drawn).Select(m => m.Groups[1].Value).ToHashSet();
        var fields = Hidden()
            .Matches(drawn)
            .Select(m => KeyValuePair.Create(m.Groups[1].Value, System.Net.WebUtility.HtmlDecode(m.Groups[2].Value)))
            .Where(f => !f.Key.StartsWith("_rows.", StringComparison.Ordinal))
            .Concat(Typed("", body))
            .ToList();
        using var content = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(new Uri(page, UriKind.Relative), content);

        IEnumerable<KeyValuePair<string, string>> Typed(string at, JsonNode? node)
        {
            string Below(string name) => at.Length == 0 ? name : $"{at}.{name}";
            return node switch
            {
                null => [],
                JsonObject fields => fields.SelectMany(f => Typed(Below(f.Key), f.Value)),
                JsonArray list when list.All(i => i is JsonObject) => list.SelectMany(
                        (item, i) => Typed($"{at}[{i}]", item)
                    )
                    .Prepend(new($"_rows.{at}", $"{list.Count}")),
                // One a line, or a box each.
                JsonArray list when lines.Contains(at) => [new(at, string.Join('\n', list))],
                JsonArray list => list.Select(i => KeyValuePair.Create(at, $"{i}")),
                _ when at.EndsWith("rganisationId", StringComparison.Ordinal) => [new(at, named($"{node}"))],
                _ => [new(at, $"{node}")],
            };
        }
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)")]
    private static partial Regex Token();

    [GeneratedRegex("<form .*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<textarea [^>]*name=\"([^\"]+)\"")]
    private static partial Regex Areas();
}
