using Pipeline.Api.Endpoints;

namespace Pipeline.Api.Web;

/// <summary>Files that pages offer: the API's own, at addresses that a cookie opens.</summary>
internal static class Downloads
{
    public static void MapDownloads(this IEndpointRouteBuilder app)
    {
        ReportEndpoints.MapReport(app).ExcludeFromDescription();
        DocumentEndpoints.MapContent(app).ExcludeFromDescription();
        SubsidyEndpoints.MapSubsidyFile(app).ExcludeFromDescription();
        CubeEndpoints.MapCubeFile(app).ExcludeFromDescription();
        ImportEndpoints.MapRejected(app).ExcludeFromDescription();
        foreach (var register in RegisterEndpoints.MapFiles(app))
            register.Endpoint.ExcludeFromDescription();
    }
}
