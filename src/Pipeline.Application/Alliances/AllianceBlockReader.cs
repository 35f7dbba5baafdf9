using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Alliances;

/// <summary>Makes the dashboard's block of alliances; where there are none it reads nothing.</summary>
public sealed class AllianceBlockReader(IPipelineDb db, Names names)
{
    /// <summary>The block of a view.</summary>
    public async Task<AllianceBlock> ReadAsync(
        RecordsInView records,
        Language language,
        CancellationToken cancellationToken
    )
    {
        var alliances = AllianceBlock.UnderWay(records).ToList();
        if (alliances.Count == 0)
            return AllianceBlock.Of(records, alliances, [], language);
        var then = records.Then is { } view
            ? await view.FormerAsync(FormerVersion.Organisation, cancellationToken)
            : FormerFields.None;
        var partners = AllianceBlock.Partners(alliances, records.AsOf).ToList();
        var body = await names.BodiesAsync(partners, records.Then, cancellationToken);
        var profiles = (
            await db
                .Organisations.Of([.. partners.Select(id => body(id).Id).Distinct().Order()], o => o.Id)
                .Select(o => new { o.Id, o.ActorProfile })
                .ToListAsync(cancellationToken)
        ).ConvertAll(o => then.Of(o.Id, "actorProfile", o.ActorProfile));
        return AllianceBlock.Of(records, alliances, profiles, language);
    }
}
