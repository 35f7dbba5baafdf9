using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Imports;

namespace Pipeline.Application.Exports;

/// <summary>What the files that a portfolio imported say of grants, where no commitment says it.</summary>
internal sealed class WrittenGrants
{
    private readonly Dictionary<Guid, WrittenGrant> _ofCommitments = [];
    private readonly Dictionary<Guid, WrittenGrant> _ofNothing = [];

    private WrittenGrants() { }

    /// <summary>Awards of nothing, by project: of those of which no later file says an amount.</summary>
    public IReadOnlyDictionary<Guid, WrittenGrant> OfNothing => _ofNothing;

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
                grants._ofCommitments[made] = grants._ofCommitments[reversed.StandingFor(made)] = row.Written!;
            else
                grants._ofNothing[row.ProjectId] = row.Written!;
        if (grants._ofNothing.Count == 0)
            return grants;
        var amounts = await imported
            .Where(r => r.CommitmentId != null)
            .Of([.. grants._ofNothing.Keys.Order()], r => r.ProjectId)
            .Select(r => new
            {
                r.ProjectId,
                r.RecordedAt,
                r.Number,
            })
            .ToListAsync(cancellationToken);
        foreach (var amount in amounts)
        {
            var nothing = rows.Last(r => r.ProjectId == amount.ProjectId && r.CommitmentId is null);
            if ((amount.RecordedAt, amount.Number).CompareTo((nothing.RecordedAt, nothing.Number)) > 0)
                grants._ofNothing.Remove(amount.ProjectId);
        }
        return grants;
    }

    /// <summary>What the file said that a commitment came with; null where the commitment says it all.</summary>
    public WrittenGrant? Of(Guid commitmentId) => _ofCommitments.GetValueOrDefault(commitmentId);
}
