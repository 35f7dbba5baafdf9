using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Diagnoses;

namespace Pipeline.Api.Endpoints;

/// <summary>Questionnaires, and how projects placed themselves by them.</summary>
internal static class DiagnosisEndpoints
{
    public static void MapDiagnoses(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("").RequireAuthorization().WithTags("Self-diagnosis");
        group
            .MapGet(
                "/questionnaires",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListQuestionnaires(), token))
            )
            .WithName("ListQuestionnaires");
        group
            .MapGet(
                "/projects/{id:guid}/diagnoses",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListDiagnoses(id), token))
            )
            .WithName("ListDiagnoses")
            .Refuses<ListDiagnoses>();
        group
            .MapPost(
                "/projects/{id:guid}/diagnoses",
                async (Guid id, Body<DiagnosisBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Created(
                        $"/api/v1/projects/{id}/diagnoses",
                        await mediator.Send(new RecordDiagnosis(id, body.Value), token)
                    )
            )
            .WithName("RecordDiagnosis")
            .Refuses<RecordDiagnosis>();
        group
            .MapGet(
                "/portfolios/{id:guid}/diagnoses",
                async (
                    Guid id,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new ListPortfolioDiagnoses(id, asOf.Value, knownAt.Value), token)
                    )
            )
            .WithName("ListPortfolioDiagnoses")
            .Refuses<ListPortfolioDiagnoses>();
    }
}
