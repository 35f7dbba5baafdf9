using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Progress;
using Pipeline.Domain.Common;
using Pipeline.Domain.Progress;

namespace Pipeline.Api.Endpoints;

/// <summary>What projects report between two passages.</summary>
internal static class ProgressEndpoints
{
    public static void MapProgress(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/projects/{id:guid}/progress-reports").RequireAuthorization().WithTags("Progress");
        Reading(group);
        Writing(group);
        api.MapGroup("/portfolios/{id:guid}")
            .RequireAuthorization()
            .WithTags("Progress")
            .MapGet(
                "/progress-reports",
                async (
                    Guid id,
                    Query<DateOnly> period,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    PageQuery page,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new ListPortfolioProgress(id, period.Value, asOf.Value, knownAt.Value, page.Value),
                            token
                        )
                    )
            )
            .WithName("ListPortfolioProgress")
            .Refuses<ListPortfolioProgress>();
    }

    private static void Reading(RouteGroupBuilder group)
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
                ) => TypedResults.Ok(await mediator.Send(new ListProgressReports(id, asOf.Value, knownAt.Value), token))
            )
            .WithName("ListProgressReports")
            .Refuses<ListProgressReports>();
        group
            .MapGet(
                "/{period}",
                async (Guid id, string period, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetProgressReport(id, Day(period)), token))
            )
            .WithName("GetProgressReport")
            .Refuses<GetProgressReport>();
        group
            .MapGet(
                "/{period}/versions",
                async (Guid id, string period, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListReportVersions(id, Day(period)), token))
            )
            .WithName("ListReportVersions")
            .Refuses<ListReportVersions>();
    }

    private static void Writing(RouteGroupBuilder group)
    {
        group
            .MapPut(
                "/{period}",
                async (
                    Guid id,
                    string period,
                    IfMatch ifMatch,
                    Body<ReportContent> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new SaveProgressReport(id, Day(period), ifMatch.Version, body.Value), token)
                    )
            )
            .WithName("SaveProgressReport")
            .Refuses<SaveProgressReport>();
        group
            .MapPost(
                "/{period}/submission",
                async (Guid id, string period, IfMatch ifMatch, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(
                        await mediator.Send(new SubmitProgressReport(id, Day(period), ifMatch.Version), token)
                    )
            )
            .WithName("SubmitProgressReport")
            .Refuses<SubmitProgressReport>();
        group
            .MapPost(
                "/{period}/decision",
                async (
                    Guid id,
                    string period,
                    IfMatch ifMatch,
                    Body<ReportDecisionBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new DecideProgressReport(id, Day(period), ifMatch.Version, body.Value),
                            token
                        )
                    )
            )
            .WithName("DecideProgressReport")
            .Refuses<DecideProgressReport>();
    }

    /// <exception cref="InvalidValueException"><c>invalid_date</c>.</exception>
    private static DateOnly Day(string period) =>
        IsoDay.Read(period) ?? throw CommonRefusals.InvalidDate.With("period").At("period");
}
