using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Api.Endpoints;

/// <summary>Those who go along a programme with a cohort.</summary>
internal static class ParticipationEndpoints
{
    public static void MapParticipations(this IEndpointRouteBuilder api)
    {
        OfCohorts(api.MapGroup("/cohorts/{id:guid}/participations").RequireAuthorization().WithTags("Programmes"));
        OfProjects(api.MapGroup("/projects/{id:guid}/participations").RequireAuthorization().WithTags("Programmes"));
        var group = api.MapGroup("/participations/{id:guid}").RequireAuthorization().WithTags("Programmes");
        Themselves(group);
        Coachings(group);
        Files(group);
    }

    private static void OfCohorts(RouteGroupBuilder group)
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
                ) => TypedResults.Ok(await mediator.Send(new ListParticipations(id, asOf.Value, knownAt.Value), token))
            )
            .WithName("ListParticipations")
            .Refuses<ListParticipations>();
        group
            .MapPost(
                "",
                async (Guid id, Body<ParticipationBody> body, IMediator mediator, CancellationToken token) =>
                {
                    var participation = await mediator.Send(new ChooseParticipation(id, body.Value), token);
                    return TypedResults.Created($"/api/v1/participations/{participation.Id}", participation);
                }
            )
            .WithName("ChooseParticipation")
            .Refuses<ChooseParticipation>();
    }

    private static void OfProjects(RouteGroupBuilder group) =>
        group
            .MapGet(
                "",
                async (
                    Guid id,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new ListProjectParticipations(id, asOf.Value, knownAt.Value), token)
                    )
            )
            .WithName("ListProjectParticipations")
            .Refuses<ListProjectParticipations>();

    private static void Themselves(RouteGroupBuilder group)
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
                ) => TypedResults.Ok(await mediator.Send(new GetParticipation(id, asOf.Value, knownAt.Value), token))
            )
            .WithName("GetParticipation")
            .Refuses<GetParticipation>();
        group
            .MapPut(
                "",
                async (
                    Guid id,
                    IfMatch ifMatch,
                    Body<ParticipationBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new UpdateParticipation(id, ifMatch.Version, body.Value), token)
                    )
            )
            .WithName("UpdateParticipation")
            .Refuses<UpdateParticipation>();
        group
            .MapGet(
                "/versions",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(
                        await mediator.Send(new ListProgrammeVersions(DocumentKind.Participation, id), token)
                    )
            )
            .WithName("ListParticipationVersions")
            .WithSummary("All versions of a participation")
            .WithDescription("All versions of a participation, the first one first; whoever sees its portfolio.");
    }

    private static void Coachings(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "/coachings",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListCoachings(id), token))
            )
            .WithName("ListCoachings");
        group
            .MapPost(
                "/coachings",
                async (Guid id, Body<CoachingBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Created(
                        $"/api/v1/participations/{id}/coachings",
                        await mediator.Send(new RecordCoaching(id, body.Value), token)
                    )
            )
            .WithName("RecordCoaching")
            .Refuses<RecordCoaching>();
    }

    private static void Files(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "/files",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListMilestoneFiles(id), token))
            )
            .WithName("ListMilestoneFiles");
        group
            .MapPost(
                "/files",
                async (Guid id, Body<MilestoneFileBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Created(
                        $"/api/v1/participations/{id}/files",
                        await mediator.Send(new HandInFile(id, body.Value), token)
                    )
            )
            .WithName("HandInFile")
            .Refuses<HandInFile>();
    }
}
