using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Portfolios;
using Pipeline.Application.Territories;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Api.Endpoints;

/// <summary>Portfolios: policy, members, holdings, the managers' queue.</summary>
internal static class PortfolioEndpoints
{
    public static void MapPortfolios(this IEndpointRouteBuilder api)
    {
        var portfolios = api.MapGroup("/portfolios").RequireAuthorization().WithTags("Portfolios");
        portfolios
            .MapGet(
                "/",
                async (string? q, string? sort, PageQuery page, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListPortfolios(page.Value, q, sort), token))
            )
            .WithName("ListPortfolios")
            .Refuses<ListPortfolios>();
        portfolios
            .MapPost(
                "/",
                async (Body<PortfolioBody> body, IMediator mediator, CancellationToken token) =>
                {
                    var portfolio = await mediator.Send(new CreatePortfolio(body.Value), token);
                    return TypedResults.Created($"/api/v1/portfolios/{portfolio.Id}", portfolio);
                }
            )
            .WithName("CreatePortfolio")
            .Refuses<CreatePortfolio>();
        portfolios
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetPortfolio(id), token))
            )
            .WithName("GetPortfolio");
        portfolios
            .MapPut(
                "/{id:guid}",
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<PortfolioBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new UpdatePortfolio(id, ifMatch.Version, body.Value), token))
            )
            .WithName("UpdatePortfolio")
            .Refuses<UpdatePortfolio>();

        portfolios
            .MapGet(
                "/{id:guid}/members",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListMembers(id), token))
            )
            .WithName("ListMembers")
            .Refuses<ListMembers>();
        portfolios
            .MapPut(
                "/{id:guid}/members/{userId:guid}",
                async (
                    Guid id,
                    Guid userId,
                    IfMatchWhereThere ifMatch,
                    Body<MemberBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new SetMember(id, userId, ifMatch.Read, body.Value), token))
            )
            .WithName("SetMember")
            .Refuses<SetMember>();
        portfolios
            .MapDelete(
                "/{id:guid}/members/{userId:guid}",
                async (Guid id, Guid userId, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new RemoveMember(id, userId), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("RemoveMember")
            .Refuses<RemoveMember>();

        portfolios
            .MapPut(
                "/{id:guid}/holdings/{projectId:guid}",
                async (
                    Guid id,
                    Guid projectId,
                    IfMatchWhereThere ifMatch,
                    Body<HoldingBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new HoldProject(id, projectId, ifMatch.Read, body.Value), token)
                    )
            )
            .WithName("HoldProject")
            .Refuses<HoldProject>();
        portfolios
            .MapDelete(
                "/{id:guid}/holdings/{projectId:guid}",
                async (Guid id, Guid projectId, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new ReleaseProject(id, projectId), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("ReleaseProject")
            .Refuses<ReleaseProject>();
        portfolios
            .MapPost(
                "/{id:guid}/holdings/{projectId:guid}/end",
                async (
                    Guid id,
                    Guid projectId,
                    Body<HoldingEndBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new EndHolding(id, projectId, body.Value), token))
            )
            .WithName("EndHolding")
            .Refuses<EndHolding>();

        portfolios
            .MapGet(
                "/{id:guid}/territories",
                async (
                    Guid id,
                    Query<TerritoryRole> role,
                    string? region,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    PageQuery page,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new ListPortfolioTerritories(id, role.Value, region, asOf.Value, knownAt.Value, page.Value),
                            token
                        )
                    )
            )
            .WithName("ListPortfolioTerritories")
            .Refuses<ListPortfolioTerritories>();

        portfolios
            .MapGet(
                "/{id:guid}/dashboard",
                async Task<Results<Ok<DashboardReply>, StatusCodeHttpResult>> (
                    Guid id,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    Several<DashboardBlock> blocks,
                    IfNoneMatch held,
                    HttpContext context,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                {
                    var asked = DashboardBlocks.Of(blocks.Values);
                    if (
                        held.Tags.Count > 0
                        && await mediator.Send(
                            new ValidateDashboardETag(id, asOf.Value, knownAt.Value, held.Tags) { Blocks = asked },
                            token
                        )
                            is { } tag
                    )
                    {
                        context.Response.Headers.ETag = IfNoneMatch.Written(tag);
                        return TypedResults.StatusCode(StatusCodes.Status304NotModified);
                    }
                    return TypedResults.Ok(
                        await mediator.Send(new GetDashboard(id, asOf.Value, knownAt.Value) { Blocks = asked }, token)
                    );
                }
            )
            .Produces(StatusCodes.Status304NotModified)
            .WithName("GetDashboard")
            .Refuses<GetDashboard>();

        portfolios
            .MapGet(
                "/{id:guid}/moves",
                async (
                    Guid id,
                    string? month,
                    Query<Trigger> trigger,
                    Query<Phase> leftPhase,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    PageQuery page,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new ListMoves(
                                id,
                                month,
                                trigger.Value,
                                leftPhase.Value,
                                asOf.Value,
                                knownAt.Value,
                                page.Value
                            ),
                            token
                        )
                    )
            )
            .WithName("ListMoves")
            .Refuses<ListMoves>();
        portfolios
            .MapGet(
                "/{id:guid}/transitions",
                async (
                    Guid id,
                    Query<TransitionStatus> status,
                    string? q,
                    string? sort,
                    PageQuery page,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new ListReports(id, status.Value, page.Value, q, sort), token))
            )
            .WithName("ListReports")
            .Refuses<ListReports>();
        portfolios
            .MapPost(
                "/{id:guid}/decisions",
                async (Guid id, Body<DecisionsBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new DecideMany(id, body.Value), token))
            )
            .WithName("DecideMany")
            .Refuses<DecideMany>();
    }
}
