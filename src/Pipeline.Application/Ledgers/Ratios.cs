using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Ledgers;

/// <summary>The three ledgers summed by phase and lever: at most 20 cells each, all that ratios and mixes are made of.</summary>
public sealed class LedgerTotals
{
    private readonly Dictionary<(Basis Basis, Phase Phase, Lever Lever), long> _cents = [];

    /// <summary>Sums in the database, one query a ledger.</summary>
    public static async Task<LedgerTotals> ReadAsync(
        Func<Basis, IQueryable<LedgerRow>> ledger,
        CancellationToken cancellationToken
    )
    {
        var totals = new LedgerTotals();
        foreach (var basis in Enum.GetValues<Basis>())
            await totals.AddAsync(basis, ledger(basis), cancellationToken);
        return totals;
    }

    /// <summary>
    /// Those of a portfolio, summed up in the database from its own commitments outwards: what is committed is what was agreed and not cancelled, and what had come of the rest. Each is a sum over rows, of
    /// which none has to be made first.
    /// </summary>
    public static async Task<LedgerTotals> OfPortfolioAsync(
        AsOfView view,
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        var totals = new LedgerTotals();
        var agreed = view.Agreed(view.CommitmentsOf(portfolioId));
        await totals.AddAsync(Basis.Planned, view.PlannedBy(portfolioId), cancellationToken);
        await totals.AddAsync(
            Basis.Committed,
            agreed
                .Where(c =>
                    view.Cancellations.Where(x => x.CommitmentId == c.Id).Max(x => (DateOnly?)x.CancelledOn) == null
                )
                .Select(c => new LedgerRow
                {
                    Phase = c.Phase,
                    Lever = c.Lever,
                    Cents = c.Cents,
                }),
            cancellationToken
        );
        await totals.AddAsync(
            Basis.Committed,
            agreed
                .Join(view.Cancellations, c => c.Id, x => x.CommitmentId, (c, x) => c)
                .Join(
                    view.Deliveries,
                    c => c.Id,
                    d => d.CommitmentId,
                    (c, d) =>
                        new LedgerRow
                        {
                            Phase = c.Phase,
                            Lever = c.Lever,
                            Cents = d.Cents,
                        }
                ),
            cancellationToken
        );
        await totals.AddAsync(Basis.Delivered, view.OfPortfolio(Basis.Delivered, portfolioId), cancellationToken);
        return totals;
    }

    private async Task AddAsync(Basis basis, IQueryable<LedgerRow> rows, CancellationToken cancellationToken)
    {
        var cells = await rows.GroupBy(r => new { r.Phase, r.Lever })
            .Select(g => new
            {
                g.Key.Phase,
                g.Key.Lever,
                Cents = g.Sum(r => r.Cents),
            })
            .ToListAsync(cancellationToken);
        foreach (var cell in cells)
            Add(basis, cell.Phase, cell.Lever, cell.Cents);
    }

    /// <summary>Adds a line.</summary>
    public void Add(Basis basis, Phase phase, Lever lever, long cents)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_cents, (basis, phase, lever), out _);
        sum = checked(sum + cents);
    }

    /// <summary>Cents of one cell.</summary>
    public long Cents(Basis basis, Phase phase, Lever lever) => _cents.GetValueOrDefault((basis, phase, lever));

    /// <summary>Cents of a whole ledger.</summary>
    public long Total(Basis basis) => Of(basis, phase: null).Total;

    /// <summary>By what it counts as; of one phase, or of all.</summary>
    public LeverTotals Of(Basis basis, Phase? phase) =>
        LeverTotals.Of(
            _cents
                .Where(c => c.Key.Basis == basis && (phase is null || c.Key.Phase == phase))
                .Select(c => (c.Key.Lever, c.Value))
        );

    /// <summary>The cells that are not zero, in the order of phases and levers.</summary>
    public IReadOnlyList<LedgerLine> Lines(Basis basis, string currency) =>
        [
            .. _cents
                .Where(c => c.Key.Basis == basis && c.Value != 0)
                .OrderBy(c => c.Key.Phase)
                .ThenBy(c => c.Key.Lever)
                .Select(c => new LedgerLine(c.Key.Phase, c.Key.Lever, MoneyDto.OfCents(c.Value, currency))),
        ];
}

/// <summary>Both ratios on three bases, whole and by phase.</summary>
public sealed record RatiosReply(
    CapacityBuildingReply CapacityBuilding,
    EvaluationRatioReply Evaluation,
    IReadOnlyList<PhaseRatios> ByPhase
);

/// <summary>Expertise, networks, strategy and governance over all four levers (RC 5-2).</summary>
/// <param name="Target">To be reached; 0.22 unless the policy says otherwise.</param>
/// <param name="References">Published figures to read it against.</param>
public sealed record CapacityBuildingReply(
    RatioReply Planned,
    RatioReply Committed,
    RatioReply Delivered,
    decimal Target,
    IReadOnlyList<RatioReferenceReply> References
);

/// <summary>Evaluation over all four levers (RC 5-2).</summary>
/// <param name="Ceiling">Not to be passed; 0.10 unless the policy says otherwise.</param>
/// <param name="References">Published figures to read it against.</param>
public sealed record EvaluationRatioReply(
    RatioReply Planned,
    RatioReply Committed,
    RatioReply Delivered,
    decimal Ceiling,
    IReadOnlyList<RatioReferenceReply> References
);

/// <summary>A share.</summary>
/// <param name="Value">0 to 1, four decimals and as many more as it takes to stand on its side of the threshold and of what is near it; null when there is no total to be a share of.</param>
/// <param name="Status"><c>met</c>, <c>near</c> (within the band of the policy) or <c>missed</c>; null when undefined, and of a phase, which has no limits of its own. Decided on the exact fraction.</param>
/// <param name="Reason">Why it is undefined.</param>
public sealed record RatioReply(decimal? Value, RatioStatus? Status, string? Reason);

/// <summary>A ratio on three bases.</summary>
public sealed record BasesReply(RatioReply Planned, RatioReply Committed, RatioReply Delivered);

/// <summary>Both ratios of one phase.</summary>
public sealed record PhaseRatios(Phase Phase, BasesReply CapacityBuilding, BasesReply Evaluation);

/// <summary>Makes ratios from totals; nothing is read here.</summary>
public static class Ratios
{
    /// <summary>Both ratios with thresholds, references and phases.</summary>
    public static RatiosReply Of(
        LedgerTotals totals,
        LifecyclePolicy policy,
        IReadOnlyList<RatioReference> references,
        Language language
    )
    {
        var (capacity, evaluation) = (
            On(totals, RatioKind.CapacityBuilding, null, policy, language),
            On(totals, RatioKind.Evaluation, null, policy, language)
        );
        return new(
            new(
                capacity.Planned,
                capacity.Committed,
                capacity.Delivered,
                policy.CapacityBuildingTarget,
                Beside(RatioKind.CapacityBuilding)
            ),
            new(
                evaluation.Planned,
                evaluation.Committed,
                evaluation.Delivered,
                policy.EvaluationCeiling,
                Beside(RatioKind.Evaluation)
            ),
            [
                .. PhaseOrder.All.Select(phase => new PhaseRatios(
                    phase,
                    On(totals, RatioKind.CapacityBuilding, phase, policy, language),
                    On(totals, RatioKind.Evaluation, phase, policy, language)
                )),
            ]
        );

        IReadOnlyList<RatioReferenceReply> Beside(RatioKind kind) =>
            [.. references.Where(r => r.Kind == kind).Select(r => RatioReferenceReply.From(r, language))];
    }

    private static BasesReply On(
        LedgerTotals totals,
        RatioKind kind,
        Phase? phase,
        LifecyclePolicy policy,
        Language language
    )
    {
        RatioReply Of(Basis basis) => Show(kind, totals.Of(basis, phase).Of(kind), basis, phase, policy, language);
        return new(Of(Basis.Planned), Of(Basis.Committed), Of(Basis.Delivered));
    }

    private static RatioReply Show(
        RatioKind kind,
        Ratio ratio,
        Basis basis,
        Phase? phase,
        LifecyclePolicy policy,
        Language language
    )
    {
        return new(
            ratio.ShownBeside(policy.BoundsOf(kind)),
            // The limits are a project's: evaluation is meant to be strong in modelling (RC l.3384).
            phase is null
                ? policy.StatusOf(kind, ratio)
                : null,
            ratio.IsDefined ? null : Nothing(basis).In(language)
        );
    }

    /// <summary>Why a share of a ledger is none.</summary>
    internal static Text Nothing(Basis basis) =>
        basis switch
        {
            Basis.Planned => new("Undefined: nothing is planned.", "Indéfini : rien n'est prévu."),
            Basis.Committed => new("Undefined: nothing is committed.", "Indéfini : rien n'est engagé."),
            _ => new("Undefined: nothing was delivered.", "Indéfini : rien n'a été versé."),
        };
}
