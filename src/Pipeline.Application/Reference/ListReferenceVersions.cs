using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Reference;

/// <summary>All versions of data that an administrator may edit, the first one first: who wrote each, when, and what it said. What is as installed has none.</summary>
/// <param name="Key">Which data, as the reference names them: <c>allianceKinds</c>, <c>risks</c>, <c>resources</c>, <c>ratioReferences</c> or <c>needProfile</c>.</param>
public sealed record ListReferenceVersions(string Key) : IQuery<Listed<VersionReply>>;

internal sealed class ListReferenceVersionsHandler(IPipelineDb db, Names names, ICaller caller)
    : IRequestHandler<ListReferenceVersions, Listed<VersionReply>>
{
    public async Task<Listed<VersionReply>> Handle(ListReferenceVersions request, CancellationToken cancellationToken)
    {
        // Every change is in the audit, whole: the one place that knows who made it.
        var written = await db
            .AuditEntries.AsNoTracking()
            .Where(e => e.Kind == AuditKind.ReferenceData && e.EntityId == request.Key)
            .OrderBy(e => e.Sequence)
            .ToListAsync(cancellationToken);
        var by = await names.OfPeopleAsync(written.Select(e => e.UserId), cancellationToken);
        return new([
            .. written.Select(
                (entry, i) =>
                    new VersionReply
                    {
                        Version = i + 1,
                        RecordedAt = entry.RecordedAt,
                        RecordedBy = by(entry.UserId),
                        Fields = new Dictionary<string, JsonElement>
                        {
                            ["items"] = RecordJson.Element(ItemsOf(request.Key, JsonOf(entry))),
                        },
                    }
            ),
        ]);
    }

    private static string JsonOf(AuditEntry entry)
    {
        using var changes = JsonDocument.Parse(entry.Changes);
        return changes
            .RootElement.EnumerateArray()
            .Where(change => change.GetProperty("field").ValueEquals("items"))
            .Select(change => change.GetProperty("to").GetRawText())
            // Of a first one without any the audit says only that it was made.
            .FirstOrDefault("[]");
    }

    // As it is sent and read, where that is not how it is stored.
    private object ItemsOf(string key, string json) =>
        key switch
        {
            ReferenceData.References => ReferenceData.Stored<RatioReference>(json).Select(RatioReferenceBody.Of),
            ReferenceData.Needs or ReferenceData.Resources => RecordJson.Read<JsonElement>(json),
            _ => ReferenceData.Stored<ReferenceEntry>(json).Select(e => ReferenceEntryReply.Of(e, caller.Language)),
        };
}
