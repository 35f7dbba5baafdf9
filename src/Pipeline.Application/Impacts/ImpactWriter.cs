using Pipeline.Application.Access;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;

namespace Pipeline.Application.Impacts;

/// <summary>Writes a version of an impact, the first one or a later one.</summary>
public sealed class ImpactWriter(DocumentStore documents, ImpactReader impacts)
{
    /// <summary>Everything that writing refuses.</summary>
    internal static readonly IReadOnlyList<Refusal> Refusals =
    [
        AccessRefusals.DescribingNotPermitted,
        ImpactRefusals.FacetOfAnotherKind,
        RecordRefusals.UnknownAlliance,
        CommonRefusals.Duplicate,
    ];

    /// <param name="expected">The version that the caller has seen; null for any.</param>
    internal async Task<ProjectImpactReply> WriteAsync(
        ProjectRights rights,
        Guid impactId,
        long? expected,
        Impact impact,
        CancellationToken cancellationToken
    )
    {
        await documents.RequireAllianceAsync(rights.ProjectId, impact.AllianceId, "allianceId", cancellationToken);
        var written = await documents.WriteAsync<Impact>(
            ImpactReader.KeyOf(rights.ProjectId, impactId),
            expected,
            (_, _) => impact.Checked(),
            rights.UserId,
            cancellationToken
        );
        return (await impacts.ShowAsync(rights.ProjectId, [written], cancellationToken))[0];
    }
}
