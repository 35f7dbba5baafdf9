using MediatR;
using Pipeline.Api.Problems;
using Pipeline.Application.Operations;

namespace Pipeline.Api.Endpoints;

/// <summary>What those who look after the instance see and mend.</summary>
internal static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder api)
    {
        var health = api.MapGroup("/admin/health").RequireAuthorization().WithTags("Operations");
        health
            .MapGet(
                "/",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetInstanceHealth(), token))
            )
            .WithName("GetInstanceHealth")
            .Refuses<GetInstanceHealth>();
        health
            .MapPost(
                "/events/retry",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new RetryEvents(), token))
            )
            .WithName("RetryEvents")
            .Refuses<RetryEvents>();
        health
            .MapPost(
                "/mails/retry",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new RetryMails(), token))
            )
            .WithName("RetryMails")
            .Refuses<RetryMails>();
    }
}
