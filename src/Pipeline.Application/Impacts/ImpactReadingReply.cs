using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Impacts;

namespace Pipeline.Application.Impacts;

/// <summary>What somebody found who looked at an impact.</summary>
/// <param name="Sign">It was before the first horizon: a sign, and no result.</param>
public sealed record ImpactReadingReply(
    Guid Id,
    DateOnly On,
    ImpactOutcome Outcome,
    string Note,
    Guid? EvaluationId,
    bool Sign,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy
)
{
    internal static ImpactReadingReply Of(Fact<ImpactReading> fact, Impact impact, Func<Guid, NamedRef> person) =>
        new(
            fact.Entry.Id,
            fact.Entry.On,
            fact.Says.Outcome,
            fact.Says.Note,
            fact.Says.EvaluationId,
            impact.IsSign(fact.Entry.On),
            fact.Entry.RecordedAt,
            person(fact.Entry.RecordedBy)
        );
}
