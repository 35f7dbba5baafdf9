using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Idempotency;
using Pipeline.Api.Problems;
using Pipeline.Application.Webhooks;

namespace Pipeline.Api.Endpoints;

/// <summary>Addresses that events are sent to, and what was sent.</summary>
internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/portfolios/{id:guid}/webhooks").RequireAuthorization().WithTags("Webhooks");
        webhooks
            .MapGet(
                "/",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListWebhooks(id), token))
            )
            .WithName("ListWebhooks")
            .Refuses<ListWebhooks>();
        webhooks
            .MapPost(
                "/",
                async (Guid id, Body<WebhookBody> body, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new CheckWebhookAddress(id, body.Value.Url), token);
                    var made = await mediator.Send(new RegisterWebhook(id, body.Value), token);
                    return TypedResults.Created($"/api/v1/portfolios/{id}/webhooks/{made.Id}", made);
                }
            )
            .WithName("RegisterWebhook")
            .Refuses<RegisterWebhook>()
            .WithMetadata(Sensitive.Encrypted);
        webhooks
            .MapGet(
                "/{webhookId:guid}",
                async (Guid id, Guid webhookId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetWebhook(id, webhookId), token))
            )
            .WithName("GetWebhook")
            .Refuses<GetWebhook>();
        webhooks
            .MapPut(
                "/{webhookId:guid}",
                async (
                    Guid id,
                    Guid webhookId,
                    IfMatch ifMatch,
                    Body<WebhookBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                {
                    await mediator.Send(new CheckWebhookAddress(id, body.Value.Url), token);
                    return TypedResults.Ok(
                        await mediator.Send(new UpdateWebhook(id, webhookId, ifMatch.Version, body.Value), token)
                    );
                }
            )
            .WithName("UpdateWebhook")
            .Refuses<UpdateWebhook>();
        webhooks
            .MapDelete(
                "/{webhookId:guid}",
                async (Guid id, Guid webhookId, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new RemoveWebhook(id, webhookId), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("RemoveWebhook")
            .Refuses<RemoveWebhook>();
        webhooks
            .MapPost(
                "/{webhookId:guid}/secret",
                async (Guid id, Guid webhookId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ChangeWebhookSecret(id, webhookId), token))
            )
            .WithName("ChangeWebhookSecret")
            .Refuses<ChangeWebhookSecret>()
            .WithMetadata(Sensitive.Encrypted);
        webhooks
            .MapPost(
                "/{webhookId:guid}/test",
                async (Guid id, Guid webhookId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Accepted(
                        $"/api/v1/portfolios/{id}/webhooks/{webhookId}/deliveries",
                        await mediator.Send(new TestWebhook(id, webhookId), token)
                    )
            )
            .WithName("TestWebhook")
            .Refuses<TestWebhook>();
        webhooks
            .MapGet(
                "/{webhookId:guid}/deliveries",
                async (Guid id, Guid webhookId, PageQuery page, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListWebhookDeliveries(id, webhookId, page.Value), token))
            )
            .WithName("ListWebhookDeliveries")
            .Refuses<ListWebhookDeliveries>();
        webhooks
            .MapPost(
                "/{webhookId:guid}/deliveries/{deliveryId:guid}/retry",
                async (Guid id, Guid webhookId, Guid deliveryId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Accepted(
                        $"/api/v1/portfolios/{id}/webhooks/{webhookId}/deliveries",
                        await mediator.Send(new RetryWebhookDelivery(id, webhookId, deliveryId), token)
                    )
            )
            .WithName("RetryWebhookDelivery")
            .Refuses<RetryWebhookDelivery>();
    }
}
