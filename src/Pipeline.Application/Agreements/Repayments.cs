using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Records;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Agreements;

/// <summary>What came back on a portfolio's commitments.</summary>
internal static class Repayments
{
    /// <summary>Cents by instrument, in a view.</summary>
    public static async Task<IReadOnlyDictionary<Instrument, long>> ByInstrumentAsync(
        AsOfView view,
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        var entries = await view.CommitmentsOf(portfolioId)
            .Where(c => c.Instrument == Instrument.Loan || c.Instrument == Instrument.Equity)
            .Join(
                view.Db.FactEntries.AsNoTracking()
                    .Where(f => f.Kind == FactKind.Repayment && f.On <= view.AsOf && f.RecordedAt <= view.KnownAt),
                c => c.Id,
                f => f.SubjectId,
                (c, f) => new { c.Instrument, Entry = f }
            )
            .ToListAsync(cancellationToken);
        return entries
            .GroupBy(e => e.Instrument)
            .ToDictionary(
                i => i.Key,
                // Each with its sign: what was taken back counts from the day of the reversal on.
                i =>
                    i.Sum(e =>
                        RecordJson.Read<RepaymentTerms>(e.Entry.Json).Cents * (e.Entry.ReversesId is null ? 1 : -1)
                    )
            );
    }
}
