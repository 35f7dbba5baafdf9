using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Dashboards;

/// <summary>Money of the committed and delivered ledgers by instrument.</summary>
internal sealed class InstrumentTotals
{
    private readonly Dictionary<Instrument, (int Commitments, long Committed, long Delivered)> _sums = [];

    /// <summary>Whether anything may have come back.</summary>
    public bool HasRepayable => _sums.Keys.Any(i => i.IsRepayable());

    /// <summary>Takes a commitment.</summary>
    /// <param name="committed">What it counts for on the committed ledger once it was agreed.</param>
    public void Add(Instrument instrument, bool agreed, long committed, long delivered)
    {
        if (!agreed && delivered == 0)
            return;
        var sum = _sums.GetValueOrDefault(instrument);
        _sums[instrument] = (
            sum.Commitments + (agreed ? 1 : 0),
            sum.Committed + (agreed ? committed : 0),
            sum.Delivered + delivered
        );
    }

    /// <summary>Instruments that are in use, in their order.</summary>
    /// <param name="repaid">Cents that came back, by instrument.</param>
    public IReadOnlyList<InstrumentEntry> Entries(
        IReadOnlyDictionary<Instrument, long> repaid,
        string currency,
        Language language
    ) =>
        [
            .. _sums
                .OrderBy(s => s.Key)
                .Select(s => new InstrumentEntry(
                    Codes.Of(s.Key),
                    Labels.Of(s.Key).In(language),
                    s.Value.Commitments,
                    MoneyDto.OfCents(s.Value.Committed, currency),
                    MoneyDto.OfCents(s.Value.Delivered, currency),
                    MoneyDto.OfCents(repaid.GetValueOrDefault(s.Key), currency)
                )),
        ];
}

/// <summary>Money by one instrument.</summary>
/// <param name="Commitments">How many had been agreed.</param>
/// <param name="Repaid">What came back; it changes no ledger and no ratio.</param>
public sealed record InstrumentEntry(
    string Code,
    string Label,
    int Commitments,
    MoneyDto Committed,
    MoneyDto Delivered,
    MoneyDto Repaid
);
