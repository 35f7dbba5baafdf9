using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;
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
        ];
}

/// <summary>What was evaluated and found.</summary>
/// <param name="Phase">One that the project had reached by that day.</param>
/// <param name="CarriedOutOn">Not in the future, not before the project began.</param>
/// <param name="Participants">At least one.</param>
/// <param name="AllianceId">The alliance that was evaluated, of this project: wanted of form <c>partnership</c>.</param>
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
    Guid? AllianceId = null
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
