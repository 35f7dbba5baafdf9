using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.EvaluationPlans;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;
using Pipeline.Domain.EvaluationPlans;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;

namespace Pipeline.Application.Evaluations;

/// <summary>Records an evaluation; owners and managers.</summary>
public sealed record RecordEvaluation(Guid ProjectId, EvaluationBody Body) : ICommand<EvaluationReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.DescribingNotPermitted,
            CommonRefusals.DateInFuture,
            CommonRefusals.BeforeStart,
            EvaluationRefusals.PhaseNotReached,
            CommonRefusals.Duplicate,
            CommonRefusals.InvalidLink,
            DocumentRefusals.Unknown,
            RecordRefusals.UnknownAlliance,
            EvaluationPlanRefusals.UnknownPlanned,
            EvaluationPlanRefusals.PlannedCancelled,
            EvaluationPlanRefusals.PlannedDone,
            .. MoneyRefusals.All,
        ];
}

/// <summary>What was evaluated and found.</summary>
/// <param name="Phase">One that the project had reached by that day.</param>
/// <param name="CarriedOutOn">Not in the future, not before the project began.</param>
/// <param name="Participants">At least one.</param>
/// <param name="AllianceId">The alliance that was evaluated, of this project: wanted of form <c>partnership</c>.</param>
/// <param name="PlannedId">The evaluation of the project's plan that this one is: it marks that one done.</param>
/// <param name="EvaluatorKind">In which relation to the project the evaluator stands.</param>
/// <param name="Cost">What it cost, in the lead portfolio's currency.</param>
/// <param name="GapFromIntuition">What came otherwise than the first intuition.</param>
/// <param name="DriftNoted">What drift was noted.</param>
/// <param name="EcosystemChange">How the ecosystem changed.</param>
public sealed record EvaluationBody(
    Phase Phase,
    EvaluationForm Form,
    EvaluationMaturity Maturity,
    DateOnly CarriedOutOn,
    [property: StringLength(Limits.Name)] string Evaluator,
    [property: MinLength(1)] IReadOnlyList<Participant> Participants,
    [property: StringLength(Limits.Pages)] string Findings,
    Verdict Verdict,
    [property: MaxLength(Limits.List)] IReadOnlyList<LinkDto>? Evidence = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<IndicatorDto>? Indicators = null,
    Guid? AllianceId = null,
    Guid? PlannedId = null,
    EvaluatorKind? EvaluatorKind = null,
    StatedMoney? Cost = null,
    [property: StringLength(Limits.Pages)] string? GapFromIntuition = null,
    [property: StringLength(Limits.Pages)] string? DriftNoted = null,
    [property: StringLength(Limits.Pages)] string? EcosystemChange = null
);

/// <summary>A figure of an evaluation.</summary>
/// <param name="IrisMetric">Metric id of the IRIS+ catalogue.</param>
/// <param name="Sdg">1 to 17.</param>
public sealed record IndicatorDto(
    [property: StringLength(Limits.Name)] string Name,
    [property: StringLength(Limits.Short)] string Unit,
    decimal? Baseline = null,
    decimal? Target = null,
    decimal? Value = null,
    [property: StringLength(Limits.Short)] string? IrisMetric = null,
    [property: Range(1, 17)] int? Sdg = null
)
{
    internal static IndicatorDto From(Indicator i) =>
        new(i.Name, i.Unit, i.Baseline, i.Target, i.Value, i.IrisMetric, i.Sdg);

    internal Indicator ToIndicator() => new(Name, Unit, Baseline, Target, Value, IrisMetric, Sdg);
}

internal sealed class RecordEvaluationHandler(
    IPipelineDb db,
    Scope scope,
    EvaluationReader reader,
    DocumentStore documents,
    EvaluationPlanReader plans,
    TimeProvider time
) : IRequestHandler<RecordEvaluation, EvaluationReply>
{
    public async Task<EvaluationReply> Handle(RecordEvaluation request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        var project = await db.LoadProjectAsync(request.ProjectId, version: null, cancellationToken);
        var b = request.Body;
        await LinkedDocuments.RequireKnownAsync(
            db,
            project.Id,
            [.. (b.Evidence ?? []).Select(e => e.DocumentId)],
            cancellationToken
        );
        await documents.RequireAllianceAsync(project.Id, b.AllianceId, "allianceId", cancellationToken);
        await plans.RequireOpenAsync(db, project.Id, b.PlannedId, "plannedId", cancellationToken);
        long? cost = b.Cost is { } money
            ? money.Checked(await db.CurrencyOfAsync(project.LeadPortfolioId, cancellationToken), "cost").InCents()
            : null;
        var report = new EvaluationReport(
            b.Phase,
            b.Form,
            b.Maturity,
            b.CarriedOutOn,
            b.Evaluator,
            b.Participants,
            b.Findings,
            b.Verdict,
            [.. (b.Evidence ?? []).Select(e => e.ToLink())],
            [.. (b.Indicators ?? []).Select(i => i.ToIndicator())]
        )
        {
            AllianceId = b.AllianceId,
            PlannedId = b.PlannedId,
            EvaluatorKind = b.EvaluatorKind,
            CostCents = cost,
            GapFromIntuition = b.GapFromIntuition,
            DriftNoted = b.DriftNoted,
            EcosystemChange = b.EcosystemChange,
        };
        var evaluation = new Evaluation(
            project.Id,
            project.LeadPortfolioId,
            project.StartedOn,
            project.FurthestPhase(b.CarriedOutOn),
            report,
            rights.UserId,
            time.GetUtcNow()
        );
        db.Evaluations.Add(evaluation);
        await db.SaveChangesAsync(cancellationToken);
        return (await reader.ReadAsync(db.Evaluations.Where(e => e.Id == evaluation.Id), cancellationToken))[0];
    }
}
