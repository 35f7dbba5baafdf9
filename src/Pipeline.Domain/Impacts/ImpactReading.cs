using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Impacts;

/// <summary>What somebody found who looked at an impact.</summary>
/// <param name="EvaluationId">The evaluation of the project that found it.</param>
public sealed record ImpactReading(
    ImpactOutcome Outcome,
    [property: StringLength(Limits.Pages, MinimumLength = 1)] string Note,
    Guid? EvaluationId = null
)
{
    /// <summary>Held against its rules, texts trimmed.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>.</exception>
    public ImpactReading Checked() => this with { Note = Guard.Required(Note, "note", Limits.Pages) };
}
