using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Impacts;

/// <summary>Records what was found of an impact; owners and managers.</summary>
public sealed record ReadImpact(Guid ProjectId, Guid ImpactId, ImpactReadingBody Body)
    : ICommand<ImpactReadingReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.DescribingNotPermitted,
            CommonRefusals.DateInFuture,
            ImpactRefusals.ReadingBeforeImpact,
            RecordRefusals.UnknownEvaluation,
        ];
}

/// <summary>What was found.</summary>
/// <param name="On">The day somebody looked; not in the future, not before the impact began.</param>
/// <param name="EvaluationId">The evaluation of this project that found it.</param>
public sealed record ImpactReadingBody(
    DateOnly On,
    ImpactOutcome Outcome,
    [property: StringLength(Limits.Pages)] string Note,
    Guid? EvaluationId = null
);

internal sealed class ReadImpactHandler(IPipelineDb db, Scope scope, ImpactReader impacts, FactStore facts, Names names)
    : IRequestHandler<ReadImpact, ImpactReadingReply>
{
    public async Task<ImpactReadingReply> Handle(ReadImpact request, CancellationToken cancellationToken)
    {
        var (projectId, body) = (request.ProjectId, request.Body);
        var rights = (await scope.InProjectAsync(projectId, cancellationToken)).RequireDescriber();
        var impact = (await impacts.FindAsync(projectId, request.ImpactId, cancellationToken)).Terms;
        impact.RequireBegun(body.On);
        await db.RequireEvaluationAsync(projectId, body.EvaluationId, "evaluationId", cancellationToken);
        var entry = await facts.RecordAsync(
            FactKind.ImpactReading,
            projectId,
            request.ImpactId,
            body.On,
            "on",
            new ImpactReading(body.Outcome, body.Note, body.EvaluationId).Checked(),
            portfolioId: null,
            rights.UserId,
            cancellationToken
        );
        var person = await names.OfPeopleAsync([rights.UserId], cancellationToken);
        return ImpactReadingReply.Of(Fact<ImpactReading>.New(entry), impact, person);
    }
}
