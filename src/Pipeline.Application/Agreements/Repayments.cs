using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
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
            .Join(InView(view), c => c.Id, f => f.SubjectId, (c, f) => new { c.Instrument, Entry = f })
            .ToListAsync(cancellationToken);
        return entries.GroupBy(e => e.Instrument).ToDictionary(i => i.Key, i => i.Sum(e => Signed(e.Entry)));
    }

    /// <summary>Cents by commitment, in a view; those on which nothing came back are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, long>> ByCommitmentAsync(
        AsOfView view,
        IReadOnlyList<Guid> commitments,
        CancellationToken cancellationToken
    )
    {
        if (commitments.Count == 0)
            return new Dictionary<Guid, long>();
        var entries = await InView(view).Of([.. commitments.Order()], f => f.SubjectId).ToListAsync(cancellationToken);
        return entries.GroupBy(e => e.SubjectId).ToDictionary(c => c.Key, c => c.Sum(Signed));
    }

    private static IQueryable<FactEntry> InView(AsOfView view) =>
        view
            .Db.FactEntries.AsNoTracking()
            .Where(f => f.Kind == FactKind.Repayment && f.On <= view.AsOf && f.RecordedAt <= view.KnownAt);

    // Each with its sign: what was taken back counts from the day of the reversal on.
    private static long Signed(FactEntry entry) =>
        RecordJson.Read<RepaymentTerms>(entry.Json).Cents * (entry.ReversesId is null ? 1 : -1);
}
