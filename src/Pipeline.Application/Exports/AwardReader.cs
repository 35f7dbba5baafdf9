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
                Funder = new Body(funder.Id, funder.Name, funder.IdentifierScheme, funder.IdentifierId, funder.Country),
                Owner = new Body(owner.Id, owner.Name, owner.IdentifierScheme, owner.IdentifierId, owner.Country),
            }
        ).ToListAsync(cancellationToken);
        var then = await view.FormerProjectsAsync(lines.Select(l => l.ProjectId).Distinct(), cancellationToken);
        var names = await view.FormerAsync(FormerVersion.Organisation, cancellationToken);
        var owners = new Dictionary<Guid, Body>();
        foreach (var line in lines)
            if (!owners.ContainsKey(line.ProjectId))
                owners[line.ProjectId] = await OwnerAsync(db, then, line.ProjectId, line.Owner, cancellationToken);
        var counted = lines
            .Select(l => (Line: l, Cents: cancelled.Contains(l.Id) ? delivered.GetValueOrDefault(l.Id) : l.Cents))
            .Where(l => l.Cents > 0)
            .ToList();
        var once = counted
            .Where(l => l.Line.Reference is not null)
            .GroupBy(l => l.Line.Reference!)
            .Where(g => g.Count() == 1)
            .Select(g => g.Key)
            .ToHashSet();
        return
        [
            .. counted.Select(l => new Award(
                l.Line.Id,
                l.Line.Reference is { } own && once.Contains(own) ? own : null,
                l.Line.AgreedOn,
                l.Line.StartsOn,
                l.Line.EndsOn,
                l.Line.Nature,
                l.Cents,
                then.Of(l.Line.ProjectId, "name", l.Line.Project),
                then.Of(l.Line.ProjectId, "summary", l.Line.Summary),
                l.Line.Funder.In(names),
                owners[l.Line.ProjectId].In(names)
            )),
        ];
    }

    // Whoever carries the project now, but for the few that have changed hands since.
    private static async Task<Body> OwnerAsync(
        IPipelineDb db,
        FormerFields then,
        Guid projectId,
        Body now,
        CancellationToken cancellationToken
    )
    {
        var id = then.Of(projectId, "ownerOrganisationId", now.Id);
        return id == now.Id
            ? now
            : await db
                .Organisations.Where(o => o.Id == id)
                .Select(o => new Body(o.Id, o.Name, o.IdentifierScheme, o.IdentifierId, o.Country))
                .FirstAsync(cancellationToken);
    }

    private sealed record Body(Guid Id, string Name, string? Scheme, string? Number, string? Country)
    {
        public PublishedOrganisation In(FormerFields names)
        {
            var (scheme, number) = (names.Of(Id, "identifierScheme", Scheme), names.Of(Id, "identifierId", Number));
            return new(
                Id,
                names.Of(Id, "name", Name),
                scheme is null || number is null ? null : new(scheme, number),
                Country
            );
        }
    }
}
