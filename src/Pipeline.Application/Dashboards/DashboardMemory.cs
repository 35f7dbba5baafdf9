using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Dashboards;

/// <summary>
/// The dashboards of today that were answered last, each with the end of the audit's chain that it was made at. One holds as long as the chain goes on from there with nothing that
/// could change it: every change of record is in the chain, committed with it, whichever instance made it (docs/adr/0076).
/// </summary>
/// <param name="most">How many are kept; 0 keeps none.</param>
public sealed class DashboardMemory(int most = DashboardMemory.Usual)
{
    /// <summary>How many are kept where nothing is said.</summary>
    public const int Usual = 64;

    // So many entries are looked at to know whether one still holds: beyond them it is made anew.
    private const int MostEntries = 500;

    // What belongs to people and machines alone, and is on no dashboard.
    private static readonly HashSet<AuditKind> Elsewhere =
    [
        AuditKind.Session,
        AuditKind.PasswordLink,
        AuditKind.ApiKey,
        AuditKind.SavedView,
        AuditKind.Calendar,
        AuditKind.Webhook,
        AuditKind.ImportMapping,
        AuditKind.ReminderRules,
    ];

    private readonly Lock _lock = new();
    private readonly Dictionary<DashboardKey, Kept> _kept = [];

    /// <summary>What was answered, where it is still what would be answered; null where it has to be made.</summary>
    /// <param name="head">The end of the chain in the snapshot of whoever asks.</param>
    internal async Task<DashboardReply?> FindAsync(
        IPipelineDb db,
        DashboardKey key,
        AuditHead head,
        CancellationToken cancellationToken
    )
    {
        Kept? kept;
        lock (_lock)
            kept = _kept.GetValueOrDefault(key);
        if (kept is null || !await HoldsAsync(db, key.PortfolioId, kept, head, cancellationToken))
            return null;
        // From here on the next one who asks has less to look at.
        Keep(key, kept with { Entries = head.Entries, LastHash = head.LastHash });
        return kept.Reply;
    }

    /// <summary>Keeps what was made at an end of the chain.</summary>
    internal void Add(DashboardKey key, AuditHead head, DashboardReply reply) =>
        Keep(key, new(head.Entries, head.LastHash, reply with { View = null!, Records = null! }, 0));

    private void Keep(DashboardKey key, Kept kept)
    {
        if (most == 0)
            return;
        lock (_lock)
        {
            _kept[key] = kept with { Asked = Environment.TickCount64 };
            if (_kept.Count > most)
                _kept.Remove(_kept.MinBy(k => k.Value.Asked).Key);
        }
    }

    private static async Task<bool> HoldsAsync(
        IPipelineDb db,
        Guid portfolioId,
        Kept kept,
        AuditHead head,
        CancellationToken cancellationToken
    )
    {
        if (kept.Entries == head.Entries)
            return kept.LastHash == head.LastHash;
        if (head.Entries < kept.Entries || head.Entries - kept.Entries > MostEntries)
            return false;
        var since = await db
            .AuditEntries.AsNoTracking()
            .Where(e => e.Sequence >= kept.Entries && e.Sequence <= head.Entries)
            .OrderBy(e => e.Sequence)
            .Select(e => new
            {
                e.Hash,
                e.Kind,
                e.ProjectId,
            })
            .ToListAsync(cancellationToken);
        // Another chain, or none that goes on from there: a database that was put back.
        if (since.Count == 0 || since[0].Hash != kept.LastHash)
            return false;
        since.RemoveAt(0);
        if (since.Any(e => e.ProjectId is null && !Elsewhere.Contains(e.Kind)))
            return false;
        List<Guid> projects = [.. since.Select(e => e.ProjectId).OfType<Guid>().Distinct().Order()];
        return projects.Count == 0
            || !(
                await db
                    .Holdings.Of(projects, h => h.ProjectId)
                    .AnyAsync(h => h.PortfolioId == portfolioId, cancellationToken)
                || await db
                    .Commitments.Of(projects, c => c.ProjectId)
                    .AnyAsync(c => c.PortfolioId == portfolioId, cancellationToken)
            );
    }

    private sealed record Kept(long Entries, string LastHash, DashboardReply Reply, long Asked);
}

/// <summary>What a dashboard was asked for by.</summary>
/// <param name="Day">The one that it is of.</param>
internal sealed record DashboardKey(Guid PortfolioId, DateOnly Day, Language Language, DashboardBlocks Blocks);
