using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Records;
using Pipeline.Application.Risks;
using Pipeline.Domain.Records;
using Pipeline.Domain.Risks;

namespace Pipeline.Api.Endpoints;

/// <summary>Risks and lessons of passages.</summary>
internal static class RiskEndpoints
{
    public static void MapRisks(this IEndpointRouteBuilder api)
    {
        OfProjects(api.MapGroup("/projects/{id:guid}").RequireAuthorization().WithTags("Risks"));
        OfPortfolios(api.MapGroup("/portfolios/{id:guid}").RequireAuthorization().WithTags("Risks"));
    }

    private static void OfProjects(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "/risks",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetRisks(id), token))
            )
            .WithName("GetRisks");
        group
            .MapPut(
                "/risks",
                async (Guid id, IfMatch ifMatch, Body<RiskList> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new SetRisks(id, ifMatch.Version, body.Value), token))
            )
            .WithName("SetRisks")
            .Refuses<SetRisks>();
        group
            .MapGet(
                "/risks/versions",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListVersions(DocumentKind.Risks, id), token))
            )
            .WithName("ListRiskVersions")
            .WithSummary("All versions of a project's risks")
            .WithDescription("All versions of the list of a project's risks, the first one first.");
    }

    private static void OfPortfolios(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "/risks",
                async (
                    Guid id,
                    Query<Passage> passage,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    PageQuery page,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new ListPortfolioRisks(id, passage.Value, asOf.Value, knownAt.Value, page.Value),
                            token
                        )
                    )
            )
            .WithName("ListPortfolioRisks")
            .Refuses<ListPortfolioRisks>();
        group
            .MapGet(
                "/lessons",
                async (
                    Guid id,
                    string? q,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    PageQuery page,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new ListLessons(id, q, asOf.Value, knownAt.Value, page.Value), token)
                    )
            )
            .WithName("ListLessons")
            .Refuses<ListLessons>();
    }
}
