using Pipeline.Application.Transitions;

namespace Pipeline.Api.Web;

/// <summary>Where a page leads from a piece of evidence.</summary>
internal static class EvidenceAddress
{
    /// <summary>Its own address; else that of the document, which a cookie opens.</summary>
    public static string AddressIn(this LinkDto evidence, Guid projectId) =>
        evidence.Url ?? $"/projects/{projectId}/documents/{evidence.DocumentId}/content";
}
