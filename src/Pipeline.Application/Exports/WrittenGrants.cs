using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Imports;

namespace Pipeline.Application.Exports;

/// <summary>What the files that a portfolio imported say of grants, where no commitment says it.</summary>
internal sealed class WrittenGrants
{
    private readonly Dictionary<Guid, WrittenGrant> _ofCommitments = [];
    private readonly Dictionary<(Guid ProjectId, string Identifier), WrittenGrant> _ofNothing = [];

    private WrittenGrants() { }

    /// <summary>Awards of nothing, by project and by what they are called: of those of which no later file says an amount.</summary>
    public IReadOnlyDictionary<(Guid ProjectId, string Identifier), WrittenGrant> OfNothing => _ofNothing;

    /// <summary>Those that had been imported by a view's instant, and not taken back.</summary>
    public static async Task<WrittenGrants> ReadAsync(
        IPipelineDb db,
        Guid portfolioId,
        AsOfView view,
        CancellationToken cancellationToken
    )
    {
        var imported = db
            .Imports.Where(i =>
                i.PortfolioId == portfolioId
                && i.RecordedAt <= view.KnownAt
                && (i.Reversal == null || i.Reversal.RecordedAt > view.KnownAt)
            )
            .SelectMany(
                i => i.Rows,
                (i, r) =>
                    new
                    {
                        i.RecordedAt,
                        r.Number,
                        r.ProjectId,
                        r.CommitmentId,
                        r.Written,
                    }
            );
        var rows = await imported
            .Where(r => r.Written != null)
            .OrderBy(r => r.RecordedAt)
            .ThenBy(r => r.Number)
            .ToListAsync(cancellationToken);
        var grants = new WrittenGrants();
        if (rows.Count == 0)
            return grants;
        List<Guid> projects = [.. rows.Select(r => r.ProjectId).Distinct().Order()];
        var reversed = await ReversedRows.ReadAsync(db, projects, cancellationToken);
        foreach (var row in rows)
            if (row.CommitmentId is { } made)
                // An agreement that was made again says what the one says in whose place it stands.
                foreach (var commitment in reversed.Line(made))
                    grants._ofCommitments[commitment] = row.Written!;
        List<Guid> some = [.. rows.Where(r => r.CommitmentId is null).Select(r => r.ProjectId).Distinct().Order()];
        if (some.Count == 0)
            return grants;
        var codes = await db
            .Projects.Of(some, p => p.Id)
            .Select(p => new { p.Id, p.Code })
            .ToDictionaryAsync(p => p.Id, p => p.Code, cancellationToken);
        var nothing = rows.Where(r => r.CommitmentId is null)
            .GroupBy(r => (r.ProjectId, Identifier: r.Written!.Identifier ?? codes[r.ProjectId]))
            .ToDictionary(g => g.Key, g => g.Last());
        var amounts = await imported
            .Of(some, r => r.ProjectId)
            .Join(
                db.Commitments,
                r => r.CommitmentId,
                c => c.Id,
                (r, c) =>
                    new
                    {
                        r.ProjectId,
                        c.Reference,
                        r.RecordedAt,
                        r.Number,
                    }
            )
            .ToListAsync(cancellationToken);
        foreach (var amount in amounts)
            if (
                amount.Reference is { } reference
                && nothing.TryGetValue((amount.ProjectId, reference), out var before)
                && (amount.RecordedAt, amount.Number).CompareTo((before.RecordedAt, before.Number)) > 0
            )
                nothing.Remove((amount.ProjectId, reference));
        foreach (var (grant, row) in nothing)
            grants._ofNothing[grant] = row.Written!;
        return grants;
    }

    /// <summary>What the file said that a commitment came with; null where the commitment says it all.</summary>
    public WrittenGrant? Of(Guid commitmentId) => _ofCommitments.GetValueOrDefault(commitmentId);
}
