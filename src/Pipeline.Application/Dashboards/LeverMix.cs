using Pipeline.Application.Ledgers;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>
/// Shows each phase's mix of levers beside the need profile (RC l.857-884): levers are mixed to fit the phase, never standard. A need is an intensity and no
/// share of money, so neither is subtracted from the other.
/// </summary>
internal static class LeverMix
{
    public static IReadOnlyList<LeverMixEntry> Of(
        LedgerTotals totals,
        IReadOnlyList<NeedEntry> needs,
        Language language
    ) =>
        [
            .. from phase in PhaseOrder.All
            from lever in Levers.All
            let need = needs.Single(n => n.Phase == phase && n.Lever == lever).Need
            select new LeverMixEntry(
                phase,
                lever,
                need,
                On(totals, Basis.Planned, phase, lever, need, language),
                On(totals, Basis.Committed, phase, lever, need, language),
                On(totals, Basis.Delivered, phase, lever, need, language)
            ),
        ];

    private static MixShare On(LedgerTotals totals, Basis basis, Phase phase, Lever lever, int need, Language language)
    {
        var share = new Ratio(totals.Cents(basis, phase, lever), totals.Of(basis, phase).Total);
        return new(
            share.ShownBeside(NeedProfile.HeavyAbove),
            NeedProfile.FlagOf(need, share),
            share.IsDefined ? null : Ratios.Nothing(basis).In(language)
        );
    }
}
