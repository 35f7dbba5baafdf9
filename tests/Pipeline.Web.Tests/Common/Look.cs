namespace Pipeline.Web.Tests.Common;

/// <summary>How somebody looks at a page.</summary>
public sealed record Look(string Language = "en", bool Dark = false, int Width = 1280, bool JavaScript = true)
{
    /// <summary>Both languages in both themes.</summary>
    public static IEnumerable<Look> All =>
        from language in new[] { "en", "fr" }
        from dark in new[] { false, true }
        select new Look(language, dark);
}
