using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Idempotency;
using Pipeline.Api.Problems;
using Pipeline.Application.Portfolios;

namespace Pipeline.Api.Endpoints;

/// <summary>Keys for machines.</summary>
internal static class ApiKeyEndpoints
{
    public static void MapApiKeys(this IEndpointRouteBuilder api)
    {
        var keys = api.MapGroup("/portfolios/{id:guid}/api-keys").RequireAuthorization().WithTags("Portfolios");
        keys.MapGet(
                "/",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListApiKeys(id), token))
            )
            .WithName("ListApiKeys")
            .Refuses<ListApiKeys>();
        keys.MapPost(
                "/",
                async (Guid id, Body<ApiKeyBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Created(
                        $"/api/v1/portfolios/{id}/api-keys",
                        await mediator.Send(new IssueApiKey(id, body.Value), token)
                    )
            )
            .WithName("IssueApiKey")
            .Refuses<IssueApiKey>()
            .WithMetadata(Sensitive.Encrypted);
        keys.MapDelete(
                "/{keyId:guid}",
                async (Guid id, Guid keyId, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new RevokeApiKey(id, keyId), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("RevokeApiKey")
            .Refuses<RevokeApiKey>();
    }
}
