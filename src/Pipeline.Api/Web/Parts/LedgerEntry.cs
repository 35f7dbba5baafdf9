using Pipeline.Application.Agreements;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;

namespace Pipeline.Api.Web.Parts;

/// <summary>A delivery or a repayment, or the entry that takes one back, as it is listed beneath its commitment.</summary>
/// <param name="Amount">Negative for a reversal.</param>
/// <param name="Provider">Who accompanied, where the entry says so itself.</param>
public sealed record LedgerEntry(
    Guid Id,
    MoneyDto Amount,
    DateOnly On,
    string? Reference,
    string? Reason,
    bool Reverses,
    bool Reversed,
    ProviderDto? Provider
)
{
    /// <summary>A delivery.</summary>
    public static LedgerEntry Of(DeliveryReply entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(
            entry.Id,
            entry.Amount,
            entry.DeliveredOn,
            entry.Reference,
            entry.Reason,
            entry.ReversesId is not null,
            entry.ReversedById is not null,
            entry.Provider
        );
    }

    /// <summary>A repayment.</summary>
    public static LedgerEntry Of(RepaymentReply entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(
            entry.Id,
            entry.Amount,
            entry.RepaidOn,
            entry.Reference,
            entry.Reason,
            entry.ReversesId is not null,
            entry.ReversedById is not null,
            null
        );
    }
}
