using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Deadlines;
using Pipeline.Application.Modules;

namespace Pipeline.Api.Endpoints;

/// <summary>What is due.</summary>
internal static class DeadlineEndpoints
{
    public static void MapDeadlines(this IEndpointRouteBuilder api) =>
        api.MapGet(
                "/deadlines",
                async (
                    Query<Guid> portfolioId,
                    Query<Guid> projectId,
                    Query<DeadlineKind> kind,
                    Query<DateOnly> from,
                    Query<DateOnly> to,
                    PageQuery page,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new ListDeadlines(
                                portfolioId.Value,
                                projectId.Value,
                                kind.Value,
                                from.Value,
                                to.Value,
                                page.Value
                            ),
                            token
                        )
                    )
            )
            .RequireAuthorization()
            .WithTags("Deadlines")
            .WithName("ListDeadlines")
            .Refuses<ListDeadlines>();
}
