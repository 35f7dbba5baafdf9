using Pipeline.Domain.Common;

namespace Pipeline.Api.Binding;

/// <summary>Which language a request asks for.</summary>
internal static class Languages
{
    /// <summary>Where a browser keeps the language that somebody chose for the pages.</summary>
    public const string Cookie = "language";

    /// <summary>What was chosen, on pages; the best of <c>Accept-Language</c> that the product speaks; English else.</summary>
    public static Language Language(this HttpContext context)
    {
        if (context.IsPage() && Parse(context.Request.Cookies[Cookie] ?? "") is { } chosen)
            return chosen;
        var accepted = context.Request.GetTypedHeaders().AcceptLanguage;
        foreach (var wanted in (accepted ?? []).Where(a => a.Quality is not 0).OrderByDescending(a => a.Quality ?? 1))
            if (Parse(wanted.Value.ToString()) is { } language)
                return language;
        return Domain.Common.Language.En;
    }

    /// <summary><c>fr</c>, <c>fr-FR</c>, <c>en</c> and so on; null for what the product does not speak.</summary>
    public static Language? Parse(string tag) =>
        tag.Split('-')[0].ToLowerInvariant() switch
        {
            "fr" => Domain.Common.Language.Fr,
            "en" => Domain.Common.Language.En,
            _ => null,
        };
}
