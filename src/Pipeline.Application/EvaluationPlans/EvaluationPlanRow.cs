using Pipeline.Domain.Common;

namespace Pipeline.Application.EvaluationPlans;

/// <summary>A planned evaluation on its sheet.</summary>
public sealed record EvaluationPlanRow(
    Guid Id,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    Text Phase,
    Text Form,
    Text Maturity,
    DateOnly DueOn,
    Text State,
    DateOnly? DoneOn,
    Text EvaluatorKind,
    long? BudgetCents,
    long? CostCents,
    Text Participants,
    string? Questions,
    string? Framework,
    string? CancelledReason
);
