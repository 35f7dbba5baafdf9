using Pipeline.Api.Binding;
using Pipeline.Api.Endpoints;

namespace Pipeline.Api.Web;

/// <summary>Files that pages offer: the API's own, at addresses that a cookie opens.</summary>
internal static class Downloads
{
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        // As strict as in the API: a filter that is misspelt would fetch everything.
        var app = routes.MapGroup("").WithMetadata(new StrictQuery());
        ReportEndpoints.MapReport(app).ExcludeFromDescription();
        DocumentEndpoints.MapContent(app).ExcludeFromDescription();
        SubsidyEndpoints.MapSubsidyFile(app).ExcludeFromDescription();
        foreach (var view in CubeEndpoints.MapFiles(app).Concat(ObservatoryEndpoints.MapFiles(app)))
            view.Endpoint.ExcludeFromDescription();
        foreach (var grants in GrantEndpoints.MapFiles(app))
            grants.Endpoint.ExcludeFromDescription();
        ImportEndpoints.MapRejected(app).ExcludeFromDescription();
        foreach (var closed in ClosingEndpoints.MapFiles(app))
            closed.Endpoint.ExcludeFromDescription();
        foreach (var register in RegisterEndpoints.MapFiles(app))
            register.Endpoint.ExcludeFromDescription();
    }
}
