using System.Runtime.InteropServices;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Closings;

/// <summary>What one project is on a dashboard: its cells of the three ledgers, and where it is counted.</summary>
internal sealed class ChangedFigures
{
    private readonly Dictionary<(Basis Ledger, Phase Phase, Lever Lever), long> _cents = [];

    /// <summary>Where it is counted; null where it is not.</summary>
    public (Phase Phase, Standing Standing)? State { get; set; }

    /// <summary>Adds to a cell.</summary>
    public void Add(Basis ledger, Phase phase, Lever lever, long cents)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_cents, (ledger, phase, lever), out _);
        sum = checked(sum + cents);
    }

    /// <summary>What is more than before on the ledgers, cell by cell; cells that are the same are left out.</summary>
    public IReadOnlyList<ClosingEffectReply> Since(ChangedFigures before, string currency) =>
        [
            .. _cents
                .Keys.Union(before._cents.Keys)
                .Order()
                .Select(cell =>
                    (Cell: cell, Cents: _cents.GetValueOrDefault(cell) - before._cents.GetValueOrDefault(cell))
                )
                .Where(change => change.Cents != 0)
                .Select(change => new ClosingEffectReply(
                    change.Cell.Ledger,
                    change.Cell.Phase,
                    change.Cell.Lever,
                    MoneyDto.OfCents(change.Cents, currency)
                )),
        ];

    /// <summary>What is more than before in the number of projects; null where nothing is.</summary>
    public ProjectCounts? ProjectsSince(ChangedFigures before) =>
        State == before.State ? null : Less(Counts(State), Counts(before.State));

    /// <summary>How many more there are than others.</summary>
    public static ProjectCounts Less(ProjectCounts some, ProjectCounts others)
    {
        return new(
            some.Total - others.Total,
            Each(some.ByPhase, others.ByPhase),
            Each(some.ByStanding, others.ByStanding)
        );

        static Dictionary<string, int> Each(
            IReadOnlyDictionary<string, int> some,
            IReadOnlyDictionary<string, int> others
        ) => some.ToDictionary(count => count.Key, count => count.Value - others[count.Key]);
    }

    private static ProjectCounts Counts((Phase Phase, Standing Standing)? state) =>
        new(
            state is null ? 0 : 1,
            PhaseOrder.All.ToDictionary(p => Codes.Of(p), p => state?.Phase == p ? 1 : 0),
            Enum.GetValues<Standing>().ToDictionary(s => Codes.Of(s), s => state?.Standing == s ? 1 : 0)
        );
}
