using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Evaluations;
using Pipeline.Application.Transitions;

namespace Pipeline.Api.Endpoints;

/// <summary>How projects move, and the evaluations that gates ask for.</summary>
internal static class TransitionEndpoints
{
    public static void MapTransitions(this IEndpointRouteBuilder api)
    {
        api.MapGroup("/me/reviews")
            .RequireAuthorization()
            .WithTags("Transitions")
            .MapGet(
                "/count",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new CountWaitingReviews(), token))
            )
            .WithName("CountWaitingReviews")
            .Refuses<CountWaitingReviews>();
        var transitions = api.MapGroup("/projects/{id:guid}/transitions")
            .RequireAuthorization()
            .WithTags("Transitions");
        transitions
            .MapGet(
                "/",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListTransitions(id), token))
            )
            .WithName("ListTransitions");
        transitions
            .MapGet(
                "/available",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListAvailable(id), token))
            )
            .WithName("ListAvailable");
        transitions
            .MapPost(
                "/",
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<TransitionBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                {
                    var transition = await mediator.Send(new ReportTransition(id, ifMatch.Version, body.Value), token);
                    return TypedResults.Created($"/api/v1/projects/{id}/transitions", transition);
                }
            )
            .WithName("ReportTransition")
            .Refuses<ReportTransition>();
        transitions
            .MapPost(
                "/{transitionId:guid}/decision",
                async (
                    Guid id,
                    Guid transitionId,
                    IfMatch ifMatch,
                    Body<DecisionBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new DecideTransition(id, transitionId, ifMatch.Version, body.Value), token)
                    )
            )
            .WithName("DecideTransition")
            .Refuses<DecideTransition>();
        transitions
            .MapPost(
                "/{transitionId:guid}/withdrawal",
                async (Guid id, Guid transitionId, IfMatch ifMatch, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(
                        await mediator.Send(new WithdrawTransition(id, transitionId, ifMatch.Version), token)
                    )
            )
            .WithName("WithdrawTransition")
            .Refuses<WithdrawTransition>();

        var evaluations = api.MapGroup("/projects/{id:guid}/evaluations")
            .RequireAuthorization()
            .WithTags("Evaluations");
        evaluations
            .MapGet(
                "/",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListEvaluations(id), token))
            )
            .WithName("ListEvaluations");
        evaluations
            .MapPost(
                "/",
                async (Guid id, Body<EvaluationBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Created(
                        $"/api/v1/projects/{id}/evaluations",
                        await mediator.Send(new RecordEvaluation(id, body.Value), token)
                    )
            )
            .WithName("RecordEvaluation")
            .Refuses<RecordEvaluation>();
    }
}
