using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Audit;

namespace Pipeline.Application.Audit;

/// <summary>One change: who, when, on which request, of what, from what to what.</summary>
/// <param name="Sequence">From 1, without gaps over the whole instance.</param>
/// <param name="RecordedAt">When it was made (UTC).</param>
/// <param name="RecordedBy">Who made it.</param>
/// <param name="RequestId">The trace id of the request, as its problems show it too; at the command line the run.</param>
/// <param name="Kind">What was changed.</param>
/// <param name="EntityId">Which one: a UUID, or the key of reference data.</param>
/// <param name="ProjectId">The project that it belongs to; null where it belongs to none.</param>
/// <param name="Action">What was done to it.</param>
/// <param name="Changes">Field by field.</param>
/// <param name="PreviousHash">The hash of the entry before; 64 zeros in the first one.</param>
/// <param name="Hash">SHA-256 over everything above, in hexadecimal.</param>
public sealed record AuditEntryReply(
    long Sequence,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy,
    string RequestId,
    AuditKind Kind,
    string EntityId,
    Guid? ProjectId,
    AuditAction Action,
    IReadOnlyList<AuditChangeReply> Changes,
    string PreviousHash,
    string Hash
);

/// <summary>How one field changed. What names a person or opens a door (e-mail, name, password) is null on both sides: only that it changed is kept.</summary>
/// <param name="Field">In camelCase, with a dot within a part, for example <c>need.problem</c>.</param>
/// <param name="From">The value before; null where there was none.</param>
/// <param name="To">The value after; null where there is none.</param>
/// <param name="Redacted">Withheld, on both sides. Of changes that were recorded before this was told: both sides are null.</param>
public sealed record AuditChangeReply(string Field, JsonElement From, JsonElement To, bool Redacted = false);

/// <summary>Reads parts of the audit.</summary>
public sealed class AuditReader(IPipelineDb db, IUserDirectory users)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>A part of the whole audit, or of one project's, newest first.</summary>
    /// <param name="unseen">Things whose entries are left out.</param>
    public async Task<Feed<AuditEntryReply>> ReadAsync(
        Guid? projectId,
        FeedOf feed,
        IReadOnlyList<Guid> unseen,
        CancellationToken cancellationToken
    )
    {
        IQueryable<AuditEntry> query = db.AuditEntries.AsNoTracking();
        if (projectId is { } project)
            query = query.Where(e => e.ProjectId == project);
        if (unseen.Count > 0)
        {
            var ids = unseen.Select(id => id.ToString()).ToList();
            query = query.Where(e => !ids.Contains(e.EntityId));
        }
        var part = await query.ToFeedAsync(feed, cancellationToken);
        var names = await users.NamesAsync(part.Items.Select(e => e.UserId), cancellationToken);
        return new([.. part.Items.Select(e => Show(e, names))], part.Next);
    }

    private static AuditEntryReply Show(AuditEntry e, IReadOnlyDictionary<Guid, string> names) =>
        new(
            e.Sequence,
            e.RecordedAt,
            new(e.UserId, names.GetValueOrDefault(e.UserId, "")),
            e.RequestId,
            e.Kind,
            e.EntityId,
            e.ProjectId,
            e.Action,
            JsonSerializer.Deserialize<List<AuditChangeReply>>(e.Changes, Json)!,
            e.PreviousHash,
            e.Hash
        );
}
