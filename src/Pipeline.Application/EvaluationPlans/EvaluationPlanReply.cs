using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.EvaluationPlans;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;

namespace Pipeline.Application.EvaluationPlans;

/// <summary>The evaluations that a project plans, and what helps to plan them.</summary>
/// <param name="OfferedQuestions">What evaluations are to answer, by stage.</param>
/// <param name="KeyActors">The three whom evaluations need over time, and whether each has taken part by today.</param>
/// <param name="Hints">What the plan gives cause to say; no refusals.</param>
/// <param name="Version">0 before the first plan; its ETag.</param>
public sealed record EvaluationPlanReply(
    Guid ProjectId,
    IReadOnlyList<PlannedEvaluationReply> Evaluations,
    IReadOnlyList<StageQuestions> OfferedQuestions,
    IReadOnlyList<KeyActor> KeyActors,
    IReadOnlyList<EvaluationPlanHint> Hints,
    long Version,
    DateTimeOffset? RecordedAt,
    NamedRef? RecordedBy
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>An evaluation that is to come, or came.</summary>
/// <param name="State">Where it stands today.</param>
/// <param name="EvaluationId">The evaluation that marks it done.</param>
/// <param name="DoneOn">The day of that evaluation.</param>
public sealed record PlannedEvaluationReply(
    Guid Id,
    Phase Phase,
    EvaluationForm Form,
    EvaluationMaturity Maturity,
    DateOnly DueOn,
    StatedMoney? Budget,
    EvaluatorKind EvaluatorKind,
    IReadOnlyList<Participant> Participants,
    IReadOnlyList<string> Questions,
    string? Framework,
    string? CancelledReason,
    PlannedState State,
    Guid? EvaluationId,
    DateOnly? DoneOn
);

/// <summary>What evaluations of a stage are to answer.</summary>
/// <param name="Questions">In the caller's language.</param>
public sealed record StageQuestions(Stage Stage, string Label, IReadOnlyList<string> Questions);

/// <summary>Somebody whom evaluations need.</summary>
/// <param name="TookPart">In any evaluation by today.</param>
/// <param name="LastOn">The day of the last one.</param>
public sealed record KeyActor(Participant Code, string Label, bool TookPart, DateOnly? LastOn);

/// <summary>What a plan gives cause to say.</summary>
/// <param name="Code"><c>evaluation_budget_differs</c>.</param>
/// <param name="Budgeted">The budgets of the planned evaluations together, cancelled ones left out.</param>
/// <param name="Planned">What the financial plan has for evaluation.</param>
public sealed record EvaluationPlanHint(string Code, string Message, MoneyDto Budgeted, MoneyDto Planned);
