using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Problems;

/// <summary>What an endpoint can answer with besides what follows from its form; the OpenAPI document reads it.</summary>
internal sealed record EndpointRefusals(IReadOnlyList<HttpRefusal> Refusals);

/// <summary>Says of an endpoint what it refuses.</summary>
internal static class RefusalMetadata
{
    /// <summary>What the use case refuses that this endpoint sends.</summary>
    /// <param name="own">What the endpoint refuses before it.</param>
    public static RouteHandlerBuilder Refuses<TRequest>(this RouteHandlerBuilder endpoint, params Refusal[] own)
        where TRequest : IRefusing => endpoint.Refuses([.. TRequest.Refusals.Concat(own).Select(HttpRefusal.Of)]);

    /// <summary>For endpoints that are no use case: signing in and out.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params HttpRefusal[] refusals) =>
        endpoint.WithMetadata(new EndpointRefusals(refusals));
}
