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
        ["/unsubscribe"] = null,
        ["/"] = SignedIn,
        ["/portfolios/{Id}"] = "GET /api/v1/portfolios/{id}/dashboard",
        ["/portfolios/{Id}/closings"] = "GET /api/v1/portfolios/{id}/closings",
        ["/portfolios/{Id}/closings/{ClosingId}"] = "GET /api/v1/portfolios/{id}/closings/{closingId}",
        ["/portfolios/{Id}/indicators"] = "GET /api/v1/portfolios/{id}/indicators",
        ["/portfolios/{Id}/agreements"] = "GET /api/v1/portfolios/{id}/agreements",
        ["/portfolios/{Id}/providers"] = "GET /api/v1/portfolios/{id}/providers",
        ["/portfolios/{Id}/alliances"] = "GET /api/v1/portfolios/{id}/alliances",
        ["/portfolios/{Id}/programmes"] = "GET /api/v1/portfolios/{id}/alliances",
        ["/portfolios/{Id}/programmes/new"] = "POST /api/v1/programmes",
        ["/portfolios/{Id}/programmes/{ProgrammeId}/edit"] = "PUT /api/v1/programmes/{id}",
        ["/portfolios/{Id}/cohorts/{CohortId}"] = "GET /api/v1/cohorts/{id}",
        ["/portfolios/{Id}/cohorts/{CohortId}/sessions/{Code}"] = "PUT /api/v1/cohorts/{id}/sessions/{code}",
        ["/portfolios/{Id}/participations/{ParticipationId}"] = "GET /api/v1/participations/{id}",
        ["/catalysts"] = "GET /api/v1/catalysts",
        ["/catalysts/new"] = "POST /api/v1/catalysts",
        ["/catalysts/{Id}/edit"] = "PUT /api/v1/catalysts/{id}",
        ["/portfolios/{Id}/risks"] = "GET /api/v1/portfolios/{id}/risks",
        ["/portfolios/{Id}/impacts"] = "GET /api/v1/portfolios/{id}/impacts",
        ["/portfolios/{Id}/lessons"] = "GET /api/v1/portfolios/{id}/lessons",
        ["/portfolios/{Id}/connection"] = "GET /api/v1/portfolios/{id}/excel-connection",
        ["/deadlines"] = "GET /api/v1/deadlines",
        ["/projects"] = SignedIn,
        // Lists what waits for the visitor, be it nothing.
        ["/reviews"] = SignedIn,
        // Before a portfolio is chosen: whoever manages any.
        ["/projects/new"] = "POST /api/v1/organisations",
        ["/imports"] = "GET /api/v1/portfolios/{id}/imports",
        // Makes a new one; one that is there is read by finance too.
        ["/imports/mapping"] = "PUT /api/v1/portfolios/{id}/import-mappings/{name}",
        ["/exports"] = SignedIn,
        ["/projects/{Id}/diagnoses"] = "GET /api/v1/projects/{id}/diagnoses",
        ["/portfolios/{Id}/observatory"] = "GET /api/v1/portfolios/{id}/observatory",
        ["/portfolios/{Id}/cube/projects"] = "GET /api/v1/portfolios/{id}/cube/projects",
        ["/portfolios/{Id}/transitions"] = "GET /api/v1/portfolios/{id}/moves",
        ["/portfolios/{Id}/cube"] = "GET /api/v1/portfolios/{id}/cube",
        ["/portfolios/{Id}/diagnoses"] = "GET /api/v1/portfolios/{id}/diagnoses",
        ["/resources"] = "GET /api/v1/resources",
        ["/resources/edit"] = "PUT /api/v1/reference/resources",
        ["/notifications"] = SignedIn,
        ["/projects/{Id}"] = "GET /api/v1/projects/{id}",
        ["/projects/{Id}/edit"] = "PUT /api/v1/projects/{id}",
        ["/projects/{Id}/report"] = "POST /api/v1/projects/{id}/transitions",
        ["/projects/{Id}/ledger"] = "GET /api/v1/projects/{id}",
        ["/projects/{Id}/evaluation-plan"] = "GET /api/v1/projects/{id}/evaluation-plan",
        ["/projects/{Id}/evaluations"] = "GET /api/v1/projects/{id}",
        ["/projects/{Id}/indicators"] = "GET /api/v1/projects/{id}/indicator-targets",
        ["/projects/{Id}/progress-reports"] = "GET /api/v1/projects/{id}/progress-reports",
        ["/projects/{Id}/progress-reports/{Period}"] = "GET /api/v1/projects/{id}/progress-reports/{period}",
        ["/portfolios/{Id}/territories"] = "GET /api/v1/portfolios/{id}/territories",
        ["/portfolios/{Id}/reports"] = "GET /api/v1/portfolios/{id}/progress-reports",
        ["/projects/{Id}/documents"] = "GET /api/v1/projects/{id}/documents",
        ["/projects/{Id}/history"] = "GET /api/v1/projects/{id}",
        ["/projects/{Id}/agreements"] = "GET /api/v1/projects/{id}",
        ["/projects/{Id}/agreements/{PortfolioId}"] = "GET /api/v1/projects/{id}/agreements/{portfolioId}",
        ["/projects/{Id}/economics"] = "GET /api/v1/projects/{id}",
        ["/projects/{Id}/economics/current"] = "PUT /api/v1/projects/{id}/economics/current",
        ["/projects/{Id}/economics/target"] = "PUT /api/v1/projects/{id}/economics/target",
        ["/projects/{Id}/alliances"] = "GET /api/v1/projects/{id}/alliances",
        ["/projects/{Id}/alliances/new"] = "POST /api/v1/projects/{id}/alliances",
        ["/projects/{Id}/alliances/{AllianceId}"] = "GET /api/v1/projects/{id}/alliances/{allianceId}",
        ["/projects/{Id}/alliances/{AllianceId}/edit"] = "PUT /api/v1/projects/{id}/alliances/{allianceId}",
        ["/projects/{Id}/impacts"] = "GET /api/v1/projects/{id}/impacts",
        ["/projects/{Id}/impacts/new"] = "POST /api/v1/projects/{id}/impacts",
        ["/projects/{Id}/impacts/{ImpactId}"] = "GET /api/v1/projects/{id}/impacts/{impactId}",
        ["/projects/{Id}/impacts/{ImpactId}/edit"] = "PUT /api/v1/projects/{id}/impacts/{impactId}",
        ["/projects/{Id}/risks"] = "GET /api/v1/projects/{id}/risks",
        ["/projects/{Id}/risks/edit"] = "PUT /api/v1/projects/{id}/risks",
        // Managers of any portfolio.
        ["/admin"] = "POST /api/v1/organisations",
        ["/admin/portfolios"] = "POST /api/v1/organisations",
        ["/admin/observatory"] = "POST /api/v1/observatory/imports",
        ["/admin/portfolios/new"] = "POST /api/v1/portfolios",
        ["/admin/portfolios/{Id}"] = "PUT /api/v1/portfolios/{id}/members/{userId}",
        ["/admin/portfolios/{Id}/members"] = "PUT /api/v1/portfolios/{id}/members/{userId}",
        ["/admin/portfolios/{Id}/reminders"] = "PUT /api/v1/portfolios/{id}/reminders",
        ["/admin/portfolios/{Id}/keys"] = "GET /api/v1/portfolios/{id}/api-keys",
        ["/admin/portfolios/{Id}/webhooks"] = "GET /api/v1/portfolios/{id}/webhooks",
        ["/admin/portfolios/{Id}/webhooks/{WebhookId}"] = "GET /api/v1/portfolios/{id}/webhooks/{webhookId}/deliveries",
        ["/admin/organisations"] = "POST /api/v1/organisations",
        ["/admin/organisations/new"] = "POST /api/v1/organisations",
        ["/admin/organisations/{Id}"] = "PUT /api/v1/organisations/{id}",
        ["/admin/reference"] = "PUT /api/v1/reference/need-profile",
        ["/admin/reference/alliance-kinds"] = "PUT /api/v1/reference/alliance-kinds",
        ["/admin/reference/risks"] = "PUT /api/v1/reference/risks",
        ["/admin/reference/figures"] = "PUT /api/v1/reference/ratio-references",
        ["/admin/audit"] = "GET /api/v1/audit",
        ["/admin/health"] = "GET /api/v1/admin/health",
        ["/me"] = SignedIn,
        ["/me/notifications"] = SignedIn,
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
                or "/mail/end"
                or "/portfolios/{id:guid}/report.xlsx"
                or "/portfolios/{id:guid}/closings/{closingId:guid}/report.xlsx"
                or "/portfolios/{id:guid}/closings/{closingId:guid}/dashboard.json"
                or "/projects/{id:guid}/documents/{documentId:guid}/content"
                or "/portfolios/{id:guid}/subsidies.csv"
                or "/portfolios/{id:guid}/cube.csv"
                or "/portfolios/{id:guid}/cube.xlsx"
                or "/portfolios/{id:guid}/observatory.csv"
                or "/portfolios/{id:guid}/observatory.xlsx"
                or "/portfolios/{id:guid}/360giving.json"
                or "/portfolios/{id:guid}/360giving.csv"
                or "/imports/{id:guid}/rejected.csv"
                or "/_framework/opaque-redirect"
                or "_framework/opaque-redirect"
                or "{**path:file}";

    /// <summary>A page.</summary>
    public static bool IsPage(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
}
