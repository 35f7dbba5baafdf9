using Pipeline.Application.Ledgers;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>Holds each phase's mix of levers against the need profile (RC 4-2): levers are mixed to fit the phase, never standard.</summary>
internal static class LeverMix
{
    public static IReadOnlyList<LeverMixEntry> Of(LedgerTotals totals, IReadOnlyList<NeedEntry> needs) =>
        [
            .. from phase in PhaseOrder.All
            let needed = needs.Where(n => n.Phase == phase).Sum(n => n.Need)
            from lever in Levers.All
            let need = needs.Single(n => n.Phase == phase && n.Lever == lever).Need
            // A phase that is said to need nothing of any lever leaves nothing to hold a mix against: all zero.
            let share = new Ratio(need, needed == 0 ? 1 : needed)
            select new LeverMixEntry(
                phase,
                lever,
                need,
                share.Value!.Value,
                On(totals, Basis.Planned, phase, lever, share),
                On(totals, Basis.Committed, phase, lever, share),
                On(totals, Basis.Delivered, phase, lever, share)
            ),
        ];

    private static MixShare On(LedgerTotals totals, Basis basis, Phase phase, Lever lever, Ratio need)
    {
        var share = new Ratio(totals.Cents(basis, phase, lever), totals.Of(basis, phase).Total);
        return new(
            share.Value,
            share.IsDefined ? decimal.Round(share.Exact - need.Exact, 4, MidpointRounding.AwayFromZero) : null
        );
    }
}
