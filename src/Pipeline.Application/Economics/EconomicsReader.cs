using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Economics;

namespace Pipeline.Application.Economics;

/// <summary>Shows pictures of socio-economic models.</summary>
public sealed class EconomicsReader(IPipelineDb db, DocumentStore documents, Names names, ICaller caller)
{
    /// <summary>As it is shown.</summary>
    public async Task<EconomicsReply> ShowAsync(
        WhichPicture which,
        Document<EconomicPicture> picture,
        CancellationToken cancellationToken
    )
    {
        var projectId = picture.Key.ProjectId!.Value;
        var person = await names.OfPeopleAsync([picture.RecordedBy], cancellationToken);
        return EconomicsReply.Of(
            which,
            picture,
            new(projectId, await db.ProjectNameAsync(projectId, cancellationToken)),
            await documents.OfAlliancesAsync(
                (picture.Terms.AllianceIds ?? []).Select(id => (Guid?)id),
                cancellationToken
            ),
            person(picture.RecordedBy),
            caller.Language
        );
    }
}
