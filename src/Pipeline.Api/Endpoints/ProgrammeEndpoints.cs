using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Api.Endpoints;

/// <summary>Programmes of portfolios and their cohorts.</summary>
internal static class ProgrammeEndpoints
{
    public static void MapProgrammes(this IEndpointRouteBuilder api)
    {
        var programmes = api.MapGroup("/programmes").RequireAuthorization().WithTags("Programmes");
        Programmes(programmes);
        CohortsOf(programmes);
        Cohorts(api.MapGroup("/cohorts/{id:guid}").RequireAuthorization().WithTags("Programmes"));
    }

    private static void Programmes(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "",
                async (Query<Guid> portfolioId, PageQuery page, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListProgrammes(portfolioId.Value, page.Value), token))
            )
            .WithName("ListProgrammes");
        group
            .MapPost(
                "",
                async (Body<ProgrammeBody> body, IMediator mediator, CancellationToken token) =>
                {
                    var programme = await mediator.Send(new CreateProgramme(body.Value), token);
                    return TypedResults.Created($"/api/v1/programmes/{programme.Id}", programme);
                }
            )
            .WithName("CreateProgramme")
            .Refuses<CreateProgramme>();
        group
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetProgramme(id), token))
            )
            .WithName("GetProgramme");
        group
            .MapPut(
                "/{id:guid}",
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<ProgrammeBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new UpdateProgramme(id, ifMatch.Version, body.Value), token))
            )
            .WithName("UpdateProgramme")
            .Refuses<UpdateProgramme>();
        group
            .MapGet(
                "/{id:guid}/versions",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListProgrammeVersions(DocumentKind.Programme, id), token))
            )
            .WithName("ListProgrammeVersions")
            .WithSummary("All versions of a programme")
            .WithDescription("All versions of a programme, the first one first; whoever sees its portfolio.");
    }

    private static void CohortsOf(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "/{id:guid}/cohorts",
                async (
                    Guid id,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new ListCohorts([id], asOf.Value, knownAt.Value), token))
            )
            .WithName("ListCohorts")
            .Refuses<ListCohorts>();
        group
            .MapPost(
                "/{id:guid}/cohorts",
                async (Guid id, Body<CohortBody> body, IMediator mediator, CancellationToken token) =>
                {
                    var cohort = await mediator.Send(new OpenCohort(id, body.Value), token);
                    return TypedResults.Created($"/api/v1/cohorts/{cohort.Id}", cohort);
                }
            )
            .WithName("OpenCohort")
            .Refuses<OpenCohort>();
    }

    private static void Cohorts(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "",
                async (
                    Guid id,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new GetCohort(id, asOf.Value, knownAt.Value), token))
            )
            .WithName("GetCohort")
            .Refuses<GetCohort>();
        group
            .MapPut(
                "",
                async (Guid id, IfMatch ifMatch, Body<CohortBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new UpdateCohort(id, ifMatch.Version, body.Value), token))
            )
            .WithName("UpdateCohort")
            .Refuses<UpdateCohort>();
        group
            .MapGet(
                "/versions",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListProgrammeVersions(DocumentKind.Cohort, id), token))
            )
            .WithName("ListCohortVersions")
            .WithSummary("All versions of a cohort")
            .WithDescription("All versions of a cohort, the first one first; whoever sees its portfolio.");
        group
            .MapGet(
                "/sessions/{code}",
                async (Guid id, string code, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetCohortSession(id, code), token))
            )
            .WithName("GetCohortSession");
        group
            .MapPut(
                "/sessions/{code}",
                async (
                    Guid id,
                    string code,
                    IfMatch ifMatch,
                    Body<CohortSessionChange> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new SetCohortSession(id, code, ifMatch.Version, body.Value), token)
                    )
            )
            .WithName("SetCohortSession")
            .Refuses<SetCohortSession>();
    }
}
