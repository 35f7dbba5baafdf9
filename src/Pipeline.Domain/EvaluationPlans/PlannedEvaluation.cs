using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.EvaluationPlans;

/// <summary>An evaluation that is to come: planned and paid for, or it does not happen (RC l.3299-3314).</summary>
/// <param name="Phase">Of which phase it is to be.</param>
/// <param name="DueOn">By which day; not before the project began.</param>
/// <param name="EvaluatorKind">Who is to do it.</param>
/// <param name="Participants">Who is to take part; at least one.</param>
/// <param name="Id">Stays with it; left out of a new one.</param>
/// <param name="Budget">What it may cost, in the lead portfolio's currency.</param>
/// <param name="Questions">What it is to answer.</param>
/// <param name="Framework">By what it judges, and with whom that was built.</param>
/// <param name="CancelledReason">Why it will not be done; null while it will.</param>
public sealed record PlannedEvaluation(
    Phase Phase,
    EvaluationForm Form,
    EvaluationMaturity Maturity,
    DateOnly DueOn,
    EvaluatorKind EvaluatorKind,
    [property: MinLength(1)] IReadOnlyList<Participant> Participants,
    Guid? Id = null,
    StatedMoney? Budget = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<string>? Questions = null,
    [property: StringLength(Limits.Pages)] string? Framework = null,
    [property: StringLength(Limits.Paragraph)] string? CancelledReason = null
)
{
    /// <summary>It is due so many days before its day.</summary>
    public const int DaysBefore = 14;

    /// <summary>Where it stands on a day.</summary>
    /// <param name="done">An evaluation names it.</param>
    public PlannedState On(DateOnly day, bool done) =>
        done ? PlannedState.Done
        : CancelledReason is not null ? PlannedState.Cancelled
        : day > DueOn ? PlannedState.Late
        : DueOn.DayNumber - day.DayNumber <= DaysBefore ? PlannedState.Due
        : PlannedState.Planned;
}
