namespace Pipeline.Api.Web;

/// <summary>What a browser says that it is, in words that people know.</summary>
internal static class Device
{
    // In this order: most browsers also name those that they descend from.
    private static readonly (string Token, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Token, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("Linux", "Linux"),
    ];

    /// <summary>Browser and system; null where either is not recognised, as of programs.</summary>
    public static (string Browser, string System)? Of(string? userAgent) =>
        Named(Browsers, userAgent) is { } browser && Named(Systems, userAgent) is { } system ? (browser, system) : null;

    private static string? Named((string Token, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(k => userAgent?.Contains(k.Token, StringComparison.Ordinal) == true).Name;
}
