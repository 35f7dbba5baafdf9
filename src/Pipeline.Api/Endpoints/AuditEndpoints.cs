using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Audit;

namespace Pipeline.Api.Endpoints;

/// <summary>What was changed, by whom, and that nobody has rewritten it.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").RequireAuthorization().WithTags("Audit");
        audit
            .MapGet(
                "/",
                async (FeedQuery feed, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListAudit(feed.Value), token))
            )
            .WithName("ListAudit")
            .Refuses<ListAudit>();
        audit
            .MapGet(
                "/verify",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new VerifyAudit(), token))
            )
            .WithName("VerifyAudit")
            .Refuses<VerifyAudit>();
        api.MapGet(
                "/projects/{id:guid}/history",
                async (Guid id, FeedQuery feed, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListHistory(id, feed.Value), token))
            )
            .RequireAuthorization()
            .WithTags("Audit")
            .WithName("ListHistory");
    }
}
