using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Reports;

/// <summary>Reads a portfolio's records in a view, as rows: a constant number of queries, whatever the number of projects.</summary>
public sealed class ReportRows(IPipelineDb db, IUserDirectory users)
{
    /// <summary>Projects as they stood, with their three ledgers, and both ratios of each on each ledger.</summary>
    public async Task<(IReadOnlyList<ProjectRow> Rows, IReadOnlyList<RatioRow> Ratios)> ProjectsAsync(View view, Guid portfolioId, string currency, Language language, CancellationToken cancellationToken)
    {
        var projects = view.ProjectsOf(portfolioId);
        var policy = await db.Portfolios.AsNoTracking().Where(p => p.Id == portfolioId).Select(p => p.Policy).FirstAsync(cancellationToken);
        var basics = await projects.OrderBy(p => p.Code).ThenBy(p => p.Id).Select(p => new
        {
            p.Id,
            p.Code,
            p.Name,
            p.Summary,
            p.StartedOn,
            p.Version,
            Owner = db.Organisations.Where(o => o.Id == p.OwnerOrganisationId).Select(o => o.Name).First(),
            Portfolio = db.Portfolios.Where(f => f.Id == p.LeadPortfolioId).Select(f => f.Code).First(),
        }).ToListAsync(cancellationToken);
        var last = await view.LastEffects.Where(e => projects.Any(p => p.Id == e.ProjectId))
            .Select(e => new { e.ProjectId, e.ToPhase, e.ToStanding, e.PhaseSince, e.ClockFrom, e.PausedOn }).ToDictionaryAsync(e => e.ProjectId, cancellationToken);
        var tags = (await view.Tags.Where(t => projects.Any(p => p.Id == t.ProjectId)).Select(t => new { t.ProjectId, t.Dimension, t.Code, t.Position }).ToListAsync(cancellationToken))
            .ToLookup(t => (t.ProjectId, t.Dimension));
        var totals = new Dictionary<(Guid, Basis), LeverTotals>();
        foreach (var basis in Enum.GetValues<Basis>())
            foreach (var project in (await view.OfPortfolio(basis, portfolioId).GroupBy(r => new { r.ProjectId, r.Lever })
                .Select(g => new { g.Key.ProjectId, g.Key.Lever, Cents = g.Sum(r => r.Cents) }).ToListAsync(cancellationToken)).GroupBy(r => r.ProjectId))
                totals[(project.Key, basis)] = LeverTotals.Of(project.Select(r => (r.Lever, r.Cents)));

        string Tagged(Guid id, TagDimension dimension) =>
            string.Join(", ", tags[(id, dimension)].OrderBy(t => t.Position).Select(t => dimension == TagDimension.Sdg ? t.Code : Labelled(dimension, t.Code, language)));

        var rows = basics.Select(p =>
        {
            var at = last.GetValueOrDefault(p.Id);
            var clock = at is null ? StayClock.Start(p.StartedOn) : new StayClock(at.PhaseSince, at.ClockFrom, at.PausedOn);
            var committed = totals.GetValueOrDefault((p.Id, Basis.Committed));
            return new ProjectRow(p.Id, p.Code, p.Name, p.Summary, p.Owner, p.Portfolio, at?.ToPhase ?? Phase.Conception, at?.ToStanding ?? Standing.Active, p.StartedOn, clock.PhaseSince, clock.DaysUntil(view.AsOf),
                Tagged(p.Id, TagDimension.Sdg), Tagged(p.Id, TagDimension.Domain), Tagged(p.Id, TagDimension.Region),
                totals.GetValueOrDefault((p.Id, Basis.Planned)).Total, committed.Total, totals.GetValueOrDefault((p.Id, Basis.Delivered)).Total,
                committed.Of(RatioKind.CapacityBuilding).Value, committed.Of(RatioKind.Evaluation).Value, currency, p.Version);
        }).ToList();
        var ratios = basics.SelectMany(p => Enum.GetValues<Basis>().Select(basis =>
        {
            var t = totals.GetValueOrDefault((p.Id, basis));
            var (capacity, evaluation) = (t.Of(RatioKind.CapacityBuilding), t.Of(RatioKind.Evaluation));
            return new RatioRow(p.Id, p.Code, p.Name, basis, t.CapacityBuilding, t.Evaluation, t.Total,
                capacity.Value, RatioPolicy.StatusOf(RatioKind.CapacityBuilding, capacity, policy.CapacityBuildingTarget),
                evaluation.Value, RatioPolicy.StatusOf(RatioKind.Evaluation, evaluation, policy.EvaluationCeiling), currency);
        })).ToList();
        return (rows, ratios);
    }

    /// <summary>Reports of the portfolio's projects, with what had become of them.</summary>
    public async Task<IReadOnlyList<TransitionRow>> TransitionsAsync(View view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var projects = view.ProjectsOf(portfolioId);
        var known = await Named(projects, cancellationToken);
        var loaded = await db.Transitions.AsNoTracking().Include(t => t.Decision).Include(t => t.Effect)
            .Where(t => t.EffectiveOn <= view.AsOf && t.RecordedAt <= view.KnownAt && projects.Any(p => p.Id == t.ProjectId)).ToListAsync(cancellationToken);
        var names = await users.NamesAsync(loaded.Select(t => t.ReportedBy).Concat(loaded.Select(t => t.Decision?.DecidedBy).OfType<Guid>()), cancellationToken);
        return [.. loaded.Select(t =>
        {
            var decision = t.Decision?.RecordedAt <= view.KnownAt ? t.Decision : null;
            var effect = t.Effect?.RecordedAt <= view.KnownAt ? t.Effect : null;
            var status = effect is not null ? TransitionStatus.Effective : decision?.Outcome ?? TransitionStatus.Pending;
            return new TransitionRow(t.Id, t.ProjectId, known[t.ProjectId].Code, known[t.ProjectId].Name, effect?.Sequence, t.Trigger, t.FromPhase, t.FromStanding, t.ToPhase, t.ToStanding, status, t.EffectiveOn,
                names.GetValueOrDefault(t.ReportedBy, ""), t.RecordedAt, decision is null ? null : names.GetValueOrDefault(decision.DecidedBy, ""), decision?.RecordedAt, t.Reason ?? decision?.Reason,
                string.Join(", ", (effect?.Waivers ?? t.RequestedWaivers).Select(w => w.Criterion)), effect?.StayDays);
        }).OrderBy(t => t.ProjectCode, StringComparer.Ordinal).ThenBy(t => t.ReportedAt)];
    }

    /// <summary>The plans that held.</summary>
    public async Task<IReadOnlyList<PlanRow>> PlanAsync(View view, Guid portfolioId, string currency, CancellationToken cancellationToken)
    {
        var lines = await view.PlansLedBy(portfolioId)
            .Join(db.PlanLines, v => v.Id, l => l.PlanVersionId, (v, l) => new { v.ProjectId, v.Number, v.EffectiveOn, l.Phase, l.Lever, l.Cents })
            .Join(db.Projects, l => l.ProjectId, p => p.Id, (l, p) => new { p.Id, p.Code, p.Name, l.Number, l.EffectiveOn, l.Phase, l.Lever, l.Cents, p.Version })
            .OrderBy(l => l.Code).ThenBy(l => l.Phase).ThenBy(l => l.Lever).ToListAsync(cancellationToken);
        return [.. lines.Select(l => new PlanRow(l.Id, l.Code, l.Name, l.Number, l.EffectiveOn, l.Phase, l.Lever, l.Cents, currency, l.Version))];
    }

    /// <summary>Commitments of the portfolio that had been agreed.</summary>
    public async Task<IReadOnlyList<CommitmentRow>> CommitmentsAsync(View view, Guid portfolioId, string currency, CancellationToken cancellationToken)
    {
        var commitments = view.Agreed(db.Commitments.Where(c => c.PortfolioId == portfolioId));
        var delivered = await view.Deliveries.Where(d => commitments.Any(c => c.Id == d.CommitmentId)).GroupBy(d => d.CommitmentId)
            .Select(g => new { Id = g.Key, Cents = g.Sum(d => d.Cents) }).ToDictionaryAsync(d => d.Id, d => d.Cents, cancellationToken);
        var cancelled = await view.Cancellations.Where(x => commitments.Any(c => c.Id == x.CommitmentId)).ToDictionaryAsync(x => x.CommitmentId, cancellationToken);
        var rows = await commitments.Join(db.Projects, c => c.ProjectId, p => p.Id, (c, p) => new { Commitment = c, p.Code, p.Name, p.Version })
            .OrderBy(r => r.Code).ThenBy(r => r.Commitment.AgreedOn).ThenBy(r => r.Commitment.Id)
            .Select(r => new
            {
                r.Commitment.Id,
                r.Commitment.ProjectId,
                r.Code,
                r.Name,
                r.Version,
                r.Commitment.Phase,
                r.Commitment.Lever,
                r.Commitment.Nature,
                r.Commitment.Cents,
                r.Commitment.AgreedOn,
                r.Commitment.StartsOn,
                r.Commitment.EndsOn,
                r.Commitment.Hours,
                r.Commitment.Reference,
                Funder = db.Organisations.Where(o => o.Id == r.Commitment.FunderOrganisationId).Select(o => o.Name).First(),
                Portfolio = db.Portfolios.Where(f => f.Id == r.Commitment.PortfolioId).Select(f => f.Code).First(),
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(r =>
        {
            var (came, end) = (delivered.GetValueOrDefault(r.Id), cancelled.GetValueOrDefault(r.Id));
            return new CommitmentRow(r.Id, r.ProjectId, r.Code, r.Name, r.Portfolio, r.Funder, r.Phase, r.Lever, r.Nature, r.Cents, end is null ? r.Cents : came, came, currency,
                r.AgreedOn, r.StartsOn, r.EndsOn, r.Hours, r.Reference, end?.CancelledOn, end?.Reason, r.Version);
        })];
    }

    /// <summary>Deliveries and reversals of the portfolio that had come.</summary>
    public async Task<IReadOnlyList<DeliveryRow>> DeliveriesAsync(View view, Guid portfolioId, string currency, CancellationToken cancellationToken)
    {
        var rows = await view.Deliveries
            .Join(db.Commitments.Where(c => c.PortfolioId == portfolioId), d => d.CommitmentId, c => c.Id, (d, c) => new { Delivery = d, Commitment = c })
            .Join(db.Projects, r => r.Commitment.ProjectId, p => p.Id, (r, p) => new { r.Delivery, r.Commitment, p.Code, p.Name })
            .OrderBy(r => r.Code).ThenBy(r => r.Delivery.DeliveredOn).ThenBy(r => r.Delivery.Id)
            .Select(r => new
            {
                r.Delivery.Id,
                r.Delivery.CommitmentId,
                CommitmentReference = r.Commitment.Reference,
                r.Commitment.ProjectId,
                r.Code,
                r.Name,
                r.Commitment.Phase,
                r.Commitment.Lever,
                r.Commitment.Nature,
                r.Delivery.Cents,
                r.Delivery.DeliveredOn,
                r.Delivery.Hours,
                r.Delivery.Reference,
                r.Delivery.ReversesId,
                r.Delivery.Reason,
                Funder = db.Organisations.Where(o => o.Id == r.Commitment.FunderOrganisationId).Select(o => o.Name).First(),
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new DeliveryRow(r.Id, r.CommitmentId, r.CommitmentReference, r.ProjectId, r.Code, r.Name, r.Funder, r.Phase, r.Lever, r.Nature, r.Cents, currency, r.DeliveredOn, r.Hours, r.Reference, r.ReversesId, r.Reason))];
    }

    /// <summary>Evaluations of the portfolio's projects that had been carried out.</summary>
    public async Task<IReadOnlyList<EvaluationRow>> EvaluationsAsync(View view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var projects = view.ProjectsOf(portfolioId);
        var known = await Named(projects, cancellationToken);
        var loaded = await db.Evaluations.AsNoTracking().Where(e => e.CarriedOutOn <= view.AsOf && e.RecordedAt <= view.KnownAt && projects.Any(p => p.Id == e.ProjectId)).ToListAsync(cancellationToken);
        return [.. loaded.Select(e => new EvaluationRow(e.Id, e.ProjectId, known[e.ProjectId].Code, known[e.ProjectId].Name, e.Phase, e.Form, e.Maturity, e.CarriedOutOn, e.Evaluator,
            string.Join(", ", e.Participants.Select(p => Codes.Of(p))), e.Verdict, e.Findings, e.Indicators.Count))
            .OrderBy(e => e.ProjectCode, StringComparer.Ordinal).ThenBy(e => e.CarriedOutOn)];
    }

    private static async Task<Dictionary<Guid, (string Code, string Name)>> Named(IQueryable<Project> projects, CancellationToken cancellationToken) =>
        (await projects.Select(p => new { p.Id, p.Code, p.Name }).ToListAsync(cancellationToken)).ToDictionary(p => p.Id, p => (p.Code, p.Name));

    private static string Labelled(TagDimension dimension, string code, Language language) =>
        (dimension == TagDimension.Domain ? Domains.Find(code)?.Label : Regions.Find(code)?.Label)?.In(language) ?? code.ToString(CultureInfo.InvariantCulture);
}
