using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Indicators;

namespace Pipeline.Application.Indicators;

/// <summary>What an indicator was, or the entry that takes a reading back.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Name">In the caller's language, as the lead portfolio has it; the code where that has it no more.</param>
/// <param name="Unit">What it was read in.</param>
/// <param name="On">The day that it is of; of a reversal, the day from which the reading no longer counts.</param>
/// <param name="Value">Exact; a reversal has the opposite of what it takes back.</param>
/// <param name="ReversesId">The reading that this entry takes back.</param>
/// <param name="ReversedById">The reversal that took this reading back.</param>
/// <param name="Reason">Why it was taken back.</param>
public sealed record IndicatorReadingReply(
    Guid Id,
    Guid ProjectId,
    string Indicator,
    string Name,
    string Unit,
    DateOnly? PeriodStart,
    DateOnly On,
    decimal Value,
    string? Territory,
    string Source,
    IReadOnlyList<LinkDto> Evidence,
    Guid? EvaluationId,
    Guid? ReversesId,
    Guid? ReversedById,
    string? Reason,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy
)
{
    internal static IndicatorReadingReply Of(
        Fact<IndicatorReading> fact,
        Func<string, string> nameOf,
        Func<Guid, NamedRef> person
    )
    {
        var (entry, says) = (fact.Entry, fact.Says);
        return new(
            entry.Id,
            entry.ProjectId,
            says.Indicator,
            nameOf(says.Indicator),
            says.Unit,
            says.PeriodStart,
            entry.On,
            entry.ReversesId is null ? says.Value : -says.Value,
            says.Territory,
            says.Source,
            [.. (says.Evidence ?? []).Select(LinkDto.From)],
            says.EvaluationId,
            entry.ReversesId,
            fact.ReversedById,
            entry.Reason,
            entry.RecordedAt,
            person(entry.RecordedBy)
        );
    }
}
