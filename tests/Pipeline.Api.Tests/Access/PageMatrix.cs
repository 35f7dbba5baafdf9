using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Pipeline.Api.Tests.Access;

/// <summary>Who may open which page: whoever the API would answer, by the row of <see cref="AccessMatrix"/> that the page stands on.</summary>
internal static class PageMatrix
{
    /// <summary>For everybody who has signed in.</summary>
    public const string SignedIn = "GET /api/v1/projects";

    /// <summary>Each page with the row that says who may; null where everybody may.</summary>
    public static readonly IReadOnlyDictionary<string, string?> Rows = new Dictionary<string, string?>
    {
        ["/sign-in"] = null,
        ["/invitation"] = null,
        ["/password-reset"] = null,
        ["/"] = SignedIn,
        ["/portfolios/{Id}"] = "GET /api/v1/portfolios/{id}/dashboard",
        ["/projects"] = SignedIn,
        // Lists what waits for the visitor, be it nothing.
        ["/reviews"] = SignedIn,
        // Before a portfolio is chosen: whoever manages any.
        ["/projects/new"] = "POST /api/v1/organisations",
        ["/imports"] = "POST /api/v1/organisations",
        ["/imports/mapping"] = "POST /api/v1/organisations",
        ["/exports"] = SignedIn,
        ["/projects/{Id}/diagnoses"] = "GET /api/v1/projects/{id}/diagnoses",
        ["/portfolios/{Id}/observatory"] = "GET /api/v1/portfolios/{id}/observatory",
        ["/portfolios/{Id}/cube"] = "GET /api/v1/portfolios/{id}/cube",
        ["/portfolios/{Id}/diagnoses"] = "GET /api/v1/portfolios/{id}/diagnoses",
        ["/resources"] = "GET /api/v1/resources",
        ["/projects/{Id}"] = "GET /api/v1/projects/{id}",
        ["/projects/{Id}/edit"] = "GET /api/v1/projects/{id}",
        ["/projects/{Id}/report"] = "GET /api/v1/projects/{id}",
        ["/projects/{Id}/ledger"] = "GET /api/v1/projects/{id}",
        ["/projects/{Id}/evaluations"] = "GET /api/v1/projects/{id}",
        ["/projects/{Id}/documents"] = "GET /api/v1/projects/{id}/documents",
        ["/projects/{Id}/history"] = "GET /api/v1/projects/{id}",
        // Managers of any portfolio.
        ["/admin"] = "POST /api/v1/organisations",
        ["/admin/portfolios"] = "POST /api/v1/organisations",
        ["/admin/portfolios/new"] = "POST /api/v1/portfolios",
        ["/admin/portfolios/{Id}"] = "GET /api/v1/portfolios/{id}/members",
        ["/admin/portfolios/{Id}/members"] = "GET /api/v1/portfolios/{id}/members",
        ["/admin/portfolios/{Id}/keys"] = "GET /api/v1/portfolios/{id}/api-keys",
        ["/admin/organisations"] = "POST /api/v1/organisations",
        ["/admin/organisations/new"] = "POST /api/v1/organisations",
        ["/admin/organisations/{Id}"] = "PUT /api/v1/organisations/{id}",
        ["/admin/reference"] = "PUT /api/v1/reference/need-profile",
        ["/admin/reference/figures"] = "PUT /api/v1/reference/ratio-references",
        ["/admin/audit"] = "GET /api/v1/audit",
        ["/me"] = SignedIn,
        ["/me/password"] = SignedIn,
        ["/admin/people"] = "GET /api/v1/users",
        ["/admin/people/new"] = "POST /api/v1/users",
        ["/admin/people/{Id}"] = "GET /api/v1/users/{id}",
    };

    /// <summary>Drawn for browsers: pages, what they post besides, their assets and files.</summary>
    public static bool IsOfPages(RouteEndpoint endpoint) =>
        IsPage(endpoint)
        || endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
        || endpoint.RoutePattern.RawText?.StartsWith("/api", StringComparison.Ordinal) == false
            && endpoint.RoutePattern.RawText.Split("/export.") is [_, "csv" or "json" or "xlsx"]
        || endpoint.RoutePattern.RawText
            is "/language"
                or "/theme"
                or "/sign-out"
                or "/portfolios/{id:guid}/report.xlsx"
                or "/projects/{id:guid}/documents/{documentId:guid}/content"
                or "/portfolios/{id:guid}/subsidies.csv"
                or "/portfolios/{id:guid}/cube.csv"
                or "/imports/{id:guid}/rejected.csv"
                or "/_framework/opaque-redirect"
                or "_framework/opaque-redirect"
                or "{**path:file}";

    /// <summary>A page.</summary>
    public static bool IsPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
