using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Exports;

/// <summary>A project's row, with the sums that its ratios are made of.</summary>
/// <param name="Totals">Of all books where the portfolio leads: a ratio is a project's. Of its own where it does not.</param>
/// <param name="Judged">Whether its ratios are judged there: whoever leads does so.</param>
public sealed record ProjectLedgers(ProjectRow Row, ProjectTotals Totals, bool Judged)
{
    /// <summary>Both ratios on each ledger, judged by a portfolio's policy.</summary>
    public IEnumerable<RatioRow> Ratios(LifecyclePolicy policy) =>
        Enum.GetValues<Basis>()
            .Select(basis =>
            {
                var t = Totals.Of(basis);
                var (capacity, evaluation) = (t.Of(RatioKind.CapacityBuilding), t.Of(RatioKind.Evaluation));
                return new RatioRow(
                    Row.Id,
                    Row.Code,
                    Row.Name,
                    basis,
                    t.CapacityBuilding,
                    t.Evaluation,
                    t.Total,
                    capacity.ShownBeside(policy.BoundsOf(RatioKind.CapacityBuilding)),
                    Judged ? policy.StatusOf(RatioKind.CapacityBuilding, capacity) : null,
                    evaluation.ShownBeside(policy.BoundsOf(RatioKind.Evaluation)),
                    Judged ? policy.StatusOf(RatioKind.Evaluation, evaluation) : null,
                    Row.Currency
                );
            });
}

/// <summary>
/// Reads projects as they stood in a view, in the order asked for; what belongs to them comes <see cref="Batches.AtOnce"/> projects at a time, in a constant
/// number of queries, while those before them are written. Where most of the instance's projects are asked for, what is summed up comes for all of them
/// first (200 bytes a project). No query is open while a client reads (docs/adr/0014).
/// </summary>
public sealed class ProjectRows(IPipelineDb db)
{
    /// <summary>The projects with their three ledgers.</summary>
    /// <param name="view">As of when, and as known when.</param>
    /// <param name="projects">Their ids, in the order of the register.</param>
    /// <param name="portfolioId">Whose books the ledgers are read in; null for all books.</param>
    /// <param name="language">Of domains and regions.</param>
    public IAsyncEnumerable<ProjectLedgers> Read(
        AsOfView view,
        IReadOnlyCollection<Guid> projects,
        Guid? portfolioId,
        Language language,
        CancellationToken cancellationToken = default
    ) =>
        ReadAsync(view, projects, portfolioId, language, cancellationToken)
            .ReadingAhead(cancellationToken: cancellationToken);

    private async IAsyncEnumerable<ProjectLedgers> ReadAsync(
        AsOfView view,
        IReadOnlyCollection<Guid> projects,
        Guid? portfolioId,
        Language language,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var all =
            projects.Count > Batches.AtOnce
            && await db.Projects.CountAsync(cancellationToken) is var count
            && 2 * projects.Count > count
                ? await ProjectFacts.OfAllAsync(view, count, portfolioId, cancellationToken)
                : null;
        var organisations = await view.FormerAsync(FormerVersion.Organisation, cancellationToken);
        foreach (var some in projects.Chunk(Batches.AtOnce))
        {
            var facts = all ?? await ProjectFacts.OfAsync(view, some, portfolioId, cancellationToken);
            List<Guid> listed = [.. some.Order()];
            var basics = await (
                from p in db.Projects.Of(listed, p => p.Id)
                join o in db.Organisations on p.OwnerOrganisationId equals o.Id
                join f in db.Portfolios on p.LeadPortfolioId equals f.Id
                select new Basics(
                    p.Id,
                    p.Code,
                    p.Name,
                    p.Summary,
                    p.StartedOn,
                    p.Version,
                    p.OwnerOrganisationId,
                    p.LeadPortfolioId,
                    o.Name,
                    f.Code,
                    f.Currency
                )
            ).ToDictionaryAsync(p => p.Id, cancellationToken);
            if (!view.IsNewest)
                await ThenAsync(view, some, basics, organisations, cancellationToken);
            var tags = (
                await view
                    .Tags.Of(listed, t => t.ProjectId)
                    .Select(t => new Tag(t.ProjectId, t.Dimension, t.Code, t.Position))
                    .ToListAsync(cancellationToken)
            ).ToLookup(t => (t.ProjectId, t.Dimension));
            foreach (var id in some)
                yield return RowOf(basics[id], facts, tags, view.AsOf, language);
        }
    }

    // What is not what it was: owners and leads are few, and named anew.
    private async Task ThenAsync(
        AsOfView view,
        IReadOnlyList<Guid> some,
        Dictionary<Guid, Basics> basics,
        FormerFields organisations,
        CancellationToken cancellationToken
    )
    {
        var then = await view.FormerProjectsAsync(some, cancellationToken);
        foreach (var id in some)
        {
            var p = basics[id];
            var (ownerId, leadId) = (
                then.Of(id, "ownerOrganisationId", p.OwnerId),
                then.Of(id, "leadPortfolioId", p.LeadId)
            );
            var owner =
                ownerId == p.OwnerId
                    ? p.Owner
                    : await db
                        .Organisations.Where(o => o.Id == ownerId)
                        .Select(o => o.Name)
                        .FirstAsync(cancellationToken);
            var lead =
                leadId == p.LeadId
                    ? new { Code = p.Portfolio, p.Currency }
                    : await db
                        .Portfolios.Where(f => f.Id == leadId)
                        .Select(f => new { f.Code, f.Currency })
                        .FirstAsync(cancellationToken);
            basics[id] = p with
            {
                Name = then.Of(id, "name", p.Name),
                Summary = then.Of(id, "summary", p.Summary),
                StartedOn = then.Of(id, "startedOn", p.StartedOn),
                Version = then.Of(id, "version", p.Version),
                Owner = organisations.Of(ownerId, "name", owner),
                Portfolio = lead.Code,
                Currency = lead.Currency,
            };
        }
    }

    private static ProjectLedgers RowOf(
        Basics p,
        ProjectFacts facts,
        ILookup<(Guid, TagDimension), Tag> tags,
        DateOnly asOf,
        Language language
    )
    {
        var (at, sums) = (facts.Last(p.Id), facts.Totals(p.Id));
        var clock = at is { } last
            ? new PhaseClock(last.PhaseSince, last.ClockFrom, last.PausedOn)
            : PhaseClock.Start(p.StartedOn);
        return new(
            new(
                p.Id,
                p.Code,
                p.Name,
                p.Summary,
                p.Owner,
                p.Portfolio,
                at?.ToPhase ?? Phase.Conception,
                at?.ToStanding ?? Standing.Active,
                p.StartedOn,
                clock.PhaseSince,
                clock.DaysUntil(asOf),
                Tagged(TagDimension.Sdg),
                Tagged(TagDimension.Domain),
                Tagged(TagDimension.Region),
                sums.Planned.Total,
                sums.Committed.Total,
                sums.Delivered.Total,
                sums.Committed.Of(RatioKind.CapacityBuilding).Value,
                sums.Committed.Of(RatioKind.Evaluation).Value,
                p.Currency,
                p.Version
            ),
            facts.IsLed(p.Id) ? facts.Whole(p.Id) : sums,
            facts.IsLed(p.Id)
        );

        string Tagged(TagDimension dimension) =>
            string.Join(
                ", ",
                tags[(p.Id, dimension)].OrderBy(t => t.Position).Select(t => LabelOf(dimension, t.Code, language))
            );
    }

    private static string LabelOf(TagDimension dimension, string code, Language language) =>
        dimension switch
        {
            TagDimension.Sdg => code,
            TagDimension.Domain => Domains.Find(code)?.Label.In(language) ?? code,
            _ => Regions.Find(code)?.Label.In(language) ?? code,
        };

    private sealed record Tag(Guid ProjectId, TagDimension Dimension, string Code, int Position);

    private sealed record Basics(
        Guid Id,
        string Code,
        string Name,
        string? Summary,
        DateOnly StartedOn,
        long Version,
        Guid OwnerId,
        Guid LeadId,
        string Owner,
        string Portfolio,
        string Currency
    );
}
