using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Reports;

/// <summary>A project's row, with the sums that its ratios are made of.</summary>
public sealed record ProjectLedgers(ProjectRow Row, IReadOnlyDictionary<Basis, LeverTotals> Totals)
{
    /// <summary>Both ratios on each ledger, judged by a portfolio's policy.</summary>
    public IEnumerable<RatioRow> Ratios(PortfolioPolicy policy) => Enum.GetValues<Basis>().Select(basis =>
    {
        var t = Totals.GetValueOrDefault(basis);
        var (capacity, evaluation) = (t.Of(RatioKind.CapacityBuilding), t.Of(RatioKind.Evaluation));
        return new RatioRow(Row.Id, Row.Code, Row.Name, basis, t.CapacityBuilding, t.Evaluation, t.Total,
            capacity.Value, RatioPolicy.StatusOf(RatioKind.CapacityBuilding, capacity, policy.CapacityBuildingTarget),
            evaluation.Value, RatioPolicy.StatusOf(RatioKind.Evaluation, evaluation, policy.EvaluationCeiling), Row.Currency);
    });
}

/// <summary>
/// Reads projects as they stood in a view, in the order asked for. The order is fixed at once, by ids alone (16 bytes a project); what belongs to them
/// comes <see cref="AtOnce"/> projects at a time, in a constant number of queries, so that the memory needed does not grow with the register and no
/// connection is held while a client reads.
/// </summary>
public sealed class ProjectRows(IPipelineDb db)
{
    private const int AtOnce = 500;

    /// <summary>The projects with their three ledgers.</summary>
    /// <param name="view">As of when, and as known when.</param>
    /// <param name="projects">Which, in their order.</param>
    /// <param name="portfolioId">Whose books the ledgers are read in; null for all books.</param>
    /// <param name="language">Of domains and regions.</param>
    public async IAsyncEnumerable<ProjectLedgers> Read(View view, IOrderedQueryable<Project> projects, Guid? portfolioId, Language language, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var ids = await projects.Select(p => p.Id).ToListAsync(cancellationToken);
        foreach (var some in ids.Chunk(AtOnce))
            foreach (var row in await SomeAsync(view, some, portfolioId, language, cancellationToken))
                yield return row;
    }

    private async Task<IEnumerable<ProjectLedgers>> SomeAsync(View view, Guid[] ids, Guid? portfolioId, Language language, CancellationToken cancellationToken)
    {
        var basics = await (
            from p in db.Projects
            where ids.Contains(p.Id)
            join o in db.Organisations on p.OwnerOrganisationId equals o.Id
            join f in db.Portfolios on p.LeadPortfolioId equals f.Id
            select new { p.Id, p.Code, p.Name, p.Summary, p.StartedOn, p.Version, Owner = o.Name, Portfolio = f.Code, f.Currency }).ToDictionaryAsync(p => p.Id, cancellationToken);
        var last = await view.LastEffects.Where(e => ids.Contains(e.ProjectId))
            .Select(e => new { e.ProjectId, e.ToPhase, e.ToStanding, e.PhaseSince, e.ClockFrom, e.PausedOn }).ToDictionaryAsync(e => e.ProjectId, cancellationToken);
        var tags = (await view.Tags.Where(t => ids.Contains(t.ProjectId)).Select(t => new { t.ProjectId, t.Dimension, t.Code, t.Position }).ToListAsync(cancellationToken))
            .ToLookup(t => (t.ProjectId, t.Dimension));
        var totals = await TotalsAsync(view, ids, portfolioId, cancellationToken);

        string Tagged(Guid id, TagDimension dimension) =>
            string.Join(", ", tags[(id, dimension)].OrderBy(t => t.Position).Select(t => LabelOf(dimension, t.Code, language)));

        return ids.Select(id =>
        {
            var (p, at, sums) = (basics[id], last.GetValueOrDefault(id), totals[id]);
            var clock = at is null ? StayClock.Start(p.StartedOn) : new StayClock(at.PhaseSince, at.ClockFrom, at.PausedOn);
            var committed = sums.GetValueOrDefault(Basis.Committed);
            return new ProjectLedgers(
                new(p.Id, p.Code, p.Name, p.Summary, p.Owner, p.Portfolio, at?.ToPhase ?? Phase.Conception, at?.ToStanding ?? Standing.Active, p.StartedOn, clock.PhaseSince, clock.DaysUntil(view.AsOf),
                    Tagged(id, TagDimension.Sdg), Tagged(id, TagDimension.Domain), Tagged(id, TagDimension.Region),
                    sums.GetValueOrDefault(Basis.Planned).Total, committed.Total, sums.GetValueOrDefault(Basis.Delivered).Total,
                    committed.Of(RatioKind.CapacityBuilding).Value, committed.Of(RatioKind.Evaluation).Value, p.Currency, p.Version),
                sums);
        });
    }

    private static async Task<Dictionary<Guid, Dictionary<Basis, LeverTotals>>> TotalsAsync(View view, Guid[] ids, Guid? portfolioId, CancellationToken cancellationToken)
    {
        var totals = ids.ToDictionary(id => id, _ => new Dictionary<Basis, LeverTotals>());
        foreach (var basis in Enum.GetValues<Basis>())
        {
            var sums = await view.OfProjects(basis, ids, portfolioId).GroupBy(r => new { r.ProjectId, r.Lever })
                .Select(g => new { g.Key.ProjectId, g.Key.Lever, Cents = g.Sum(r => r.Cents) }).ToListAsync(cancellationToken);
            foreach (var project in sums.GroupBy(r => r.ProjectId)) totals[project.Key][basis] = LeverTotals.Of(project.Select(r => (r.Lever, r.Cents)));
        }
        return totals;
    }

    private static string LabelOf(TagDimension dimension, string code, Language language) => dimension switch
    {
        TagDimension.Sdg => code,
        TagDimension.Domain => Domains.Find(code)?.Label.In(language) ?? code,
        _ => Regions.Find(code)?.Label.In(language) ?? code,
    };
}
