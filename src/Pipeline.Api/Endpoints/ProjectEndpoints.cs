using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Projects;

namespace Pipeline.Api.Endpoints;

/// <summary>Projects and what they say of themselves.</summary>
internal static class ProjectEndpoints
{
    public static void MapProjects(this IEndpointRouteBuilder api)
    {
        var projects = api.MapGroup("/projects").RequireAuthorization().WithTags("Projects");
        projects
            .MapGet(
                "/",
                async (
                    [AsParameters] ProjectFilterQuery filter,
                    PageQuery page,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new ListProjects(filter.Value, page.Value), token))
            )
            .WithName("ListProjects")
            .Refuses<ListProjects>();
        projects
            .MapPost(
                "/",
                async (Body<CreateProject> body, IMediator mediator, CancellationToken token) =>
                {
                    var project = await mediator.Send(body.Value, token);
                    return TypedResults.Created($"/api/v1/projects/{project.Id}", project);
                }
            )
            .WithName("CreateProject")
            .Refuses<CreateProject>();
        projects
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetProject(id), token))
            )
            .WithName("GetProject");
        projects
            .MapPut(
                "/{id:guid}",
                async (Guid id, IfMatch ifMatch, Body<ProjectBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new UpdateProject(id, ifMatch.Version, body.Value), token))
            )
            .WithName("UpdateProject")
            .Refuses<UpdateProject>();
        projects
            .MapPost(
                "/{id:guid}/void",
                async (Guid id, Body<VoidBody> body, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new VoidProject(id, body.Value), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("VoidProject")
            .Refuses<VoidProject>();
        projects
            .MapPut(
                "/{id:guid}/territories",
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<IReadOnlyList<TerritoryBody>> body,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new SetTerritories(id, ifMatch.Version, body.Value), token))
            )
            .WithName("SetTerritories")
            .Refuses<SetTerritories>();
        projects
            .MapPut(
                "/{id:guid}/stakeholders",
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<IReadOnlyList<StakeholderBody>> body,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new SetStakeholders(id, ifMatch.Version, body.Value), token))
            )
            .WithName("SetStakeholders")
            .Refuses<SetStakeholders>();
        projects
            .MapPut(
                "/{id:guid}/members/{userId:guid}",
                // The body says what the address says already; it is held against its shape alone.
                async (
                    Guid id,
                    Guid userId,
                    IfMatchWhereThere ifMatch,
                    OptionalBody<OwnerBody> _,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new SetOwner(id, userId, ifMatch.Read), token))
            )
            .WithName("SetOwner")
            .Refuses<SetOwner>();
        projects
            .MapDelete(
                "/{id:guid}/members/{userId:guid}",
                async (Guid id, Guid userId, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new RemoveOwner(id, userId), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("RemoveOwner")
            .Refuses<RemoveOwner>();
        projects
            .MapGet(
                "/{id:guid}/ratios",
                async (
                    Guid id,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new GetProjectRatios(id, asOf.Value, knownAt.Value), token))
            )
            .WithName("GetProjectRatios")
            .Refuses<GetProjectRatios>();
    }
}
