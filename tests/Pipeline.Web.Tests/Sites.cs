namespace Pipeline.Web.Tests;

/// <summary>Every page, for what holds on all of them. A new page is added here.</summary>
internal static class Sites
{
    /// <summary>For whoever is signed in; <c>{portfolio}</c> and <c>{project}</c> stand for the demonstration's.</summary>
    public static readonly string[] Signed =
    [
        "/",
        "/portfolios/{portfolio}",
        "/projects/new",
        "/projects/{project}",
        "/projects/{project}/documents",
        "/projects/{project}/edit",
        "/projects/{project}/evaluations",
        "/projects/{project}/history",
        "/projects/{project}/ledger",
        "/projects/{project}/report?trigger=advance",
    ];

    /// <summary>For everybody.</summary>
    public static readonly string[] Open = ["/sign-in", "/invitation", "/password-reset"];
}
