using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;

namespace Pipeline.Application.Exports;

/// <summary>Reads what a portfolio has awarded, for the formats in which funders publish it.</summary>
internal static class AwardReader
{
    /// <summary>In the order of agreement, with names and owners of the view. What was cancelled before anything came is no award.</summary>
    public static async Task<IReadOnlyList<Award>> ReadAsync(
        IPipelineDb db,
        Guid portfolioId,
        AsOfView view,
        CancellationToken cancellationToken
    )
    {
        var agreed = view.Agreed(view.CommitmentsOf(portfolioId));
        var delivered = await view
            .Deliveries.Where(d => agreed.Any(c => c.Id == d.CommitmentId))
            .GroupBy(d => d.CommitmentId)
            .Select(g => new { Id = g.Key, Cents = g.Sum(d => d.Cents) })
            .ToDictionaryAsync(d => d.Id, d => d.Cents, cancellationToken);
        var cancelled = (
            await view
                .Cancellations.Where(x => agreed.Any(c => c.Id == x.CommitmentId))
                .Select(x => x.CommitmentId)
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        var lines = await (
            from c in agreed
            join p in db.Projects on c.ProjectId equals p.Id
            join funder in db.Organisations on c.FunderOrganisationId equals funder.Id
            join owner in db.Organisations on p.OwnerOrganisationId equals owner.Id
            orderby c.AgreedOn, c.RecordedAt, c.Id
            select new
            {
                c.Id,
                c.Reference,
                c.AgreedOn,
                c.StartsOn,
                c.EndsOn,
                c.Nature,
                c.Cents,
                c.ProjectId,
                Project = p.Name,
                p.Summary,
                Funder = new NamedBody(
                    funder.Id,
                    funder.Name,
                    funder.IdentifierScheme,
                    funder.IdentifierId,
                    funder.Country
                ),
                Owner = new NamedBody(owner.Id, owner.Name, owner.IdentifierScheme, owner.IdentifierId, owner.Country),
            }
        ).ToListAsync(cancellationToken);
        var names = await NamesInView.ReadAsync(db, view, lines.Select(l => (l.ProjectId, l.Owner)), cancellationToken);
        var counted = lines
            .Select(l => (Line: l, Cents: cancelled.Contains(l.Id) ? delivered.GetValueOrDefault(l.Id) : l.Cents))
            .Where(l => l.Cents > 0)
            .ToList();
        var same = counted.Where(l => l.Line.Reference is not null).ToLookup(l => l.Line.Reference!, l => l.Line);
        var identified = await IdentifiedAsync(
            db,
            portfolioId,
            [.. same.Select(l => l.Key)],
            counted.Select(l => l.Line.Id).ToHashSet(),
            view,
            cancellationToken
        );
        return
        [
            .. counted.Select(l => new Award(
                l.Line.Id,
                l.Line.ProjectId,
                l.Line.Reference is { } own && same[own].Count() == 1 ? own : null,
                identified.Contains(l.Line.Id) ? l.Line.Reference : null,
                l.Line.AgreedOn,
                l.Line.StartsOn,
                l.Line.EndsOn,
                l.Line.Nature,
                l.Cents,
                names.NameOf(l.Line.ProjectId, l.Line.Project),
                names.SummaryOf(l.Line.ProjectId, l.Line.Summary),
                names.Of(l.Line.Funder),
                names.OwnerOf(l.Line.ProjectId)
            )),
        ];
    }

    // What is published under a reference stays so: whatever is called the same later, and on whichever day one looks. A grant that was imported has its identifier;
    // else the first to be recorded has it, though it counts no more.
    private static async Task<HashSet<Guid>> IdentifiedAsync(
        IPipelineDb db,
        Guid portfolioId,
        HashSet<string> references,
        HashSet<Guid> counted,
        AsOfView view,
        CancellationToken cancellationToken
    )
    {
        var recorded = await db
            .Commitments.Where(c => c.PortfolioId == portfolioId && c.Reference != null && c.RecordedAt <= view.KnownAt)
            .Select(c => new
            {
                c.Id,
                c.ProjectId,
                c.Reference,
                c.RecordedAt,
            })
            .ToListAsync(cancellationToken);
        var called = recorded
            .Where(c => references.Contains(c.Reference!))
            .OrderBy(c => c.RecordedAt)
            .ThenBy(c => c.Id)
            .GroupBy(c => c.Reference, StringComparer.Ordinal)
            .Select(group => group.ToList())
            .ToList();
        var (brought, takenBack) = await BroughtAsync(
            db,
            [.. called.Where(g => g.Count > 1).SelectMany(g => g).Select(c => c.ProjectId).Distinct().Order()],
            view,
            cancellationToken
        );
        return
        [
            .. called
                .SelectMany(group =>
                {
                    // What was brought by mistake has left its name to whoever comes.
                    var standing = group.Where(c => !takenBack.Contains(c.Id)).ToList();
                    var imported = standing.Where(c => brought.Contains(c.Id)).ToList();
                    // Of one grant that several files brought, the last that was agreed counts.
                    return imported.Count == 0 ? standing.Take(1) : imported.Where(c => counted.Contains(c.Id)).Take(1);
                })
                .Select(c => c.Id),
        ];
    }

    // What imports brought, with what stands for it since a later import was taken back; and what those brought that were taken back.
    private static async Task<(HashSet<Guid> Brought, HashSet<Guid> TakenBack)> BroughtAsync(
        IPipelineDb db,
        IReadOnlyList<Guid> projects,
        AsOfView view,
        CancellationToken cancellationToken
    )
    {
        if (projects.Count == 0)
            return ([], []);
        var made = await db
            .Imports.Where(i => i.RecordedAt <= view.KnownAt)
            .SelectMany(
                i => i.Rows,
                (i, r) =>
                    new
                    {
                        r.ProjectId,
                        r.CommitmentId,
                        TakenBack = i.Reversal != null && i.Reversal.RecordedAt <= view.KnownAt,
                    }
            )
            .Where(r => r.CommitmentId != null)
            .Of(projects, r => r.ProjectId)
            .Select(r => new { Id = r.CommitmentId!.Value, r.TakenBack })
            .ToListAsync(cancellationToken);
        var reversed = await ReversedRows.ReadAsync(db, projects, cancellationToken);
        return (
            [.. made.Where(m => !m.TakenBack).SelectMany(m => reversed.Line(m.Id))],
            [.. made.Where(m => m.TakenBack).Select(m => m.Id)]
        );
    }
}
