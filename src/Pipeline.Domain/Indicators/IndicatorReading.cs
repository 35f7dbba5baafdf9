using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Domain.Indicators;

/// <summary>What an indicator was, for a project, on a day. The unit stays beside the value, whatever becomes of the indicator.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Unit">What the indicator was in.</param>
/// <param name="Value">Exact, nine decimals at most.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="PeriodStart">The day from which it was counted; null for a state.</param>
/// <param name="Territory">Where it was taken; it makes no parts of the project's value.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="EvaluationId">The evaluation of the project that found it.</param>
public sealed record IndicatorReading(
    string Indicator,
    string Unit,
    decimal Value,
    string Source,
    DateOnly? PeriodStart = null,
    string? Territory = null,
    IReadOnlyList<Link>? Evidence = null,
    Guid? EvaluationId = null
)
{
    /// <summary>Held against its rules, texts trimmed.</summary>
    /// <param name="on">The day that it is of.</param>
    /// <param name="projectStart">The day the project began: what was before is a target's baseline.</param>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>too_many_decimals</c>, <c>out_of_range</c>, <c>dates_reversed</c>, <c>before_start</c>, <c>invalid_link</c>.</exception>
    public IndicatorReading Checked(DateOnly on, DateOnly projectStart)
    {
        Guard.NotBefore(on, projectStart, "on", CommonRefusals.BeforeStart);
        if (PeriodStart is { } start)
        {
            Guard.Day(start, "periodStart");
            DocumentRefusals.InOrder(on, start, "on", "periodStart");
        }
        return this with
        {
            Value = IndicatorValue.Checked(Value, "value"),
            Source = Guard.Required(Source, "source", Limits.Name),
            Territory = Guard.Optional(Territory, "territory", Limits.Name),
            Evidence = Link.Checked(Evidence, "evidence"),
        };
    }
}
