using Pipeline.Application.Common;
using Pipeline.Application.Records;

namespace Pipeline.Application.Agreements;

/// <summary>Money that came back on a loan or on equity, or the entry that takes it back.</summary>
/// <param name="Amount">Negative for a reversal.</param>
/// <param name="RepaidOn">The day it counts from.</param>
/// <param name="ReversesId">The repayment that this entry takes back.</param>
/// <param name="ReversedById">The reversal that took this repayment back.</param>
/// <param name="Reason">Why it was taken back.</param>
public sealed record RepaymentReply(
    Guid Id,
    Guid CommitmentId,
    MoneyDto Amount,
    DateOnly RepaidOn,
    string? Reference,
    Guid? ReversesId,
    Guid? ReversedById,
    string? Reason,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy
)
{
    internal static RepaymentReply Of(Fact<RepaymentTerms> fact, string currency, Func<Guid, NamedRef> person)
    {
        var (entry, says) = (fact.Entry, fact.Says);
        return new(
            entry.Id,
            entry.SubjectId,
            MoneyDto.OfCents(entry.ReversesId is null ? says.Cents : -says.Cents, currency),
            entry.On,
            says.Reference,
            entry.ReversesId,
            fact.ReversedById,
            entry.Reason,
            entry.RecordedAt,
            person(entry.RecordedBy)
        );
    }
}
