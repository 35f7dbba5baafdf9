using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Application.Records;
using Pipeline.Application.Reference;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Alliances;

/// <summary>Writes a version of an alliance, the first one or a later one.</summary>
public sealed class AllianceWriter(
    IPipelineDb db,
    DocumentStore documents,
    AllianceReader alliances,
    ReferenceData reference,
    Names names
)
{
    /// <summary>Everything that writing refuses.</summary>
    internal static readonly IReadOnlyList<Refusal> Refusals =
    [
        AccessRefusals.DescribingNotPermitted,
        OrganisationRefusals.UnknownOrganisation,
        AllianceRefusals.ResultLeverNotOrganisational,
        CommonRefusals.DateInFuture,
        DocumentRefusals.DatesReversed,
        CommonRefusals.Duplicate,
    ];

    /// <param name="expected">The version that the caller has seen; null for any.</param>
    internal async Task<AllianceReply> WriteAsync(
        ProjectRights rights,
        Guid allianceId,
        long? expected,
        Alliance alliance,
        CancellationToken cancellationToken
    )
    {
        await names.RequireOrganisationsAsync(AllianceReader.OrganisationsOf(alliance), cancellationToken);
        var kinds = await reference.CodesAsync(ReferenceListKind.AllianceKinds, cancellationToken);
        var written = await documents.WriteAsync<Alliance>(
            AllianceReader.KeyOf(rights.ProjectId, allianceId),
            expected,
            // A kind that the list has lost stays where it was.
            (before, now) => alliance.Checked([.. kinds, .. before?.Kinds ?? []], now),
            rights.UserId,
            cancellationToken
        );
        var project = await db.ProjectNameAsync(rights.ProjectId, cancellationToken);
        return (await alliances.ShowAsync([(written, project)], cancellationToken))[0];
    }
}
