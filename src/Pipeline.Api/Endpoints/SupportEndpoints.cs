using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Ledgers;

namespace Pipeline.Api.Endpoints;

/// <summary>The three ledgers of a project.</summary>
internal static class SupportEndpoints
{
    public static void MapSupport(this IEndpointRouteBuilder api)
    {
        var support = api.MapGroup("/projects/{id:guid}").RequireAuthorization().WithTags("Support");
        support
            .MapGet(
                "/plan",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetPlan(id), token))
            )
            .WithName("GetPlan");
        support
            .MapPut(
                "/plan",
                async (Guid id, IfMatch ifMatch, Body<PlanBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new SetPlan(id, ifMatch.Version, body.Value), token))
            )
            .WithName("SetPlan")
            .Refuses<SetPlan>();

        support
            .MapGet(
                "/commitments",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListCommitments(id), token))
            )
            .WithName("ListCommitments");
        support
            .MapPost(
                "/commitments",
                async (Guid id, Body<CommitmentBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Created(
                        $"/api/v1/projects/{id}/commitments",
                        await mediator.Send(new AgreeCommitment(id, body.Value), token)
                    )
            )
            .WithName("AgreeCommitment")
            .Refuses<AgreeCommitment>();
        support
            .MapPost(
                "/commitments/{commitmentId:guid}/cancellation",
                async (
                    Guid id,
                    Guid commitmentId,
                    Body<CancellationBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new CancelCommitment(id, commitmentId, body.Value), token))
            )
            .WithName("CancelCommitment")
            .Refuses<CancelCommitment>();

        support
            .MapGet(
                "/commitments/{commitmentId:guid}/deliveries",
                async (Guid id, Guid commitmentId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListDeliveries(id, commitmentId), token))
            )
            .WithName("ListDeliveries");
        support
            .MapPost(
                "/commitments/{commitmentId:guid}/deliveries",
                async (
                    Guid id,
                    Guid commitmentId,
                    Body<DeliveryBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Created(
                        $"/api/v1/projects/{id}/commitments/{commitmentId}/deliveries",
                        await mediator.Send(new RecordDelivery(id, commitmentId, body.Value), token)
                    )
            )
            .WithName("RecordDelivery")
            .Refuses<RecordDelivery>();
        support
            .MapPost(
                "/commitments/{commitmentId:guid}/deliveries/{deliveryId:guid}/reversal",
                async (
                    Guid id,
                    Guid commitmentId,
                    Guid deliveryId,
                    Body<ReversalBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Created(
                        $"/api/v1/projects/{id}/commitments/{commitmentId}/deliveries",
                        await mediator.Send(new ReverseDelivery(id, commitmentId, deliveryId, body.Value), token)
                    )
            )
            .WithName("ReverseDelivery")
            .Refuses<ReverseDelivery>();
    }
}
