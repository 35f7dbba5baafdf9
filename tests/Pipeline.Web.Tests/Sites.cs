using Pipeline.Web.Tests.Common;

namespace Pipeline.Web.Tests;

/// <summary>Every page, for what holds on all of them. A new page is added here.</summary>
internal static class Sites
{
    /// <summary>For whoever is signed in; <c>{portfolio}</c>, <c>{project}</c> and so on stand for the demonstration's.</summary>
    public static readonly string[] Signed =
    [
        "/",
        "/portfolios/{portfolio}",
        "/portfolios/{portfolio}/cube?rows=phase&columns=lever&measure=delivered",
        "/portfolios/{portfolio}/diagnoses",
        "/portfolios/{portfolio}/observatory",
        "/projects?q=a&phase=modelling&region=bretagne&columns=code&columns=lead&columns=summary",
        "/projects?sort=-phaseSince",
        "/admin",
        "/admin/audit?verify=true",
        "/admin/organisations",
        "/admin/organisations/new",
        "/admin/organisations/{organisation}",
        "/admin/people",
        "/admin/people/new",
        "/admin/people/{person}",
        "/admin/portfolios",
        "/admin/portfolios/new",
        "/admin/portfolios/{portfolio}",
        "/admin/portfolios/{portfolio}/keys",
        "/admin/portfolios/{portfolio}/members",
        "/admin/reference",
        "/admin/reference/figures",
        "/me",
        "/me/password",
        "/projects/new",
        "/projects/{project}",
        "/projects/{project}/diagnoses?questionnaire=professionalSituations",
        "/projects/{project}/documents",
        "/projects/{project}/edit",
        "/projects/{project}/evaluations",
        "/projects/{project}/history",
        "/projects/{project}/ledger",
        "/projects/{project}/report?trigger=advance",
        "/resources?path=P1&phase=conception",
        "/reviews",
        "/imports",
        "/imports/mapping",
        "/exports",
    ];

    /// <summary>For everybody.</summary>
    public static readonly string[] Open = ["/sign-in", "/invitation", "/password-reset"];

    /// <summary>Addresses as they are asked for: with the demonstration's ids in the place of what stands for them.</summary>
    /// <param name="project">Which project, by code from 0.</param>
    public static async Task<IReadOnlyList<string>> FillAsync(WebApp app, IEnumerable<string> sites, int project = 0)
    {
        var ids = new Dictionary<string, Guid>
        {
            ["{portfolio}"] = app.Portfolio,
            ["{project}"] = (await app.ReplyAsync("projects?sort=code")).Id($"items.{project}.id"),
            ["{person}"] = (await app.ReplyAsync("users")).Id("items.1.id"),
            ["{organisation}"] = (await app.ReplyAsync("organisations")).Id("items.0.id"),
        };
        return [.. sites.Select(s => ids.Aggregate(s, (site, id) => site.Replace(id.Key, $"{id.Value}")))];
    }
}
