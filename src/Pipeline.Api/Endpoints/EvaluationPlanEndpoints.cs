using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.EvaluationPlans;
using Pipeline.Application.Records;
using Pipeline.Domain.EvaluationPlans;
using Pipeline.Domain.Records;

namespace Pipeline.Api.Endpoints;

/// <summary>The evaluations that projects plan.</summary>
internal static class EvaluationPlanEndpoints
{
    public static void MapEvaluationPlans(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/projects/{id:guid}/evaluation-plan").RequireAuthorization().WithTags("Evaluations");
        group
            .MapGet(
                "",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetEvaluationPlan(id), token))
            )
            .WithName("GetEvaluationPlan");
        group
            .MapPut(
                "",
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<EvaluationPlan> body,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new SetEvaluationPlan(id, ifMatch.Version, body.Value), token))
            )
            .WithName("SetEvaluationPlan")
            .Refuses<SetEvaluationPlan>();
        group
            .MapGet(
                "/versions",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListVersions(DocumentKind.EvaluationPlan, id), token))
            )
            .WithName("ListEvaluationPlanVersions")
            .WithSummary("All versions of a project's plan of evaluations")
            .WithDescription("All versions of the plan of a project's evaluations, the first one first.");
    }
}
