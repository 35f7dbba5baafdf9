using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Problems;
using Pipeline.Application.Agreements;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Agreements;
using Pipeline.Domain.Records;

namespace Pipeline.Api.Endpoints;

/// <summary>Support agreements, repayments, and who accompanies.</summary>
internal static class AgreementEndpoints
{
    public static void MapAgreements(this IEndpointRouteBuilder api)
    {
        OfProjects(api.MapGroup("/projects/{id:guid}").RequireAuthorization().WithTags("Agreements"));
        OfPortfolios(api.MapGroup("/portfolios/{id:guid}").RequireAuthorization().WithTags("Agreements"));
    }

    private static void OfProjects(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "/agreements/{portfolioId:guid}",
                async (Guid id, Guid portfolioId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetAgreement(id, portfolioId), token))
            )
            .WithName("GetAgreement");
        group
            .MapPut(
                "/agreements/{portfolioId:guid}",
                async (
                    Guid id,
                    Guid portfolioId,
                    IfMatch ifMatch,
                    Body<SupportAgreement> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new SetAgreement(id, portfolioId, ifMatch.Version, body.Value), token)
                    )
            )
            .WithName("SetAgreement")
            .Refuses<SetAgreement>();
        group
            .MapGet(
                "/agreements/{portfolioId:guid}/versions",
                async (Guid id, Guid portfolioId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new ListVersions(DocumentKind.Agreement, id, PortfolioId: portfolioId),
                            token
                        )
                    )
            )
            .WithName("ListAgreementVersions")
            .WithSummary("All versions of an agreement")
            .WithDescription(
                "All versions of the support agreement of a project with a portfolio, the first one first."
            );
        group
            .MapGet(
                "/commitments/{commitmentId:guid}/repayments",
                async (Guid id, Guid commitmentId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListRepayments(id, commitmentId), token))
            )
            .WithName("ListRepayments");
        group
            .MapPost(
                "/commitments/{commitmentId:guid}/repayments",
                async (
                    Guid id,
                    Guid commitmentId,
                    Body<RepaymentBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Created(
                        $"/api/v1/projects/{id}/commitments/{commitmentId}/repayments",
                        await mediator.Send(new RecordRepayment(id, commitmentId, body.Value), token)
                    )
            )
            .WithName("RecordRepayment")
            .Refuses<RecordRepayment>();
        group
            .MapPost(
                "/commitments/{commitmentId:guid}/repayments/{repaymentId:guid}/reversal",
                async (
                    Guid id,
                    Guid commitmentId,
                    Guid repaymentId,
                    Body<ReversalBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Created(
                        $"/api/v1/projects/{id}/commitments/{commitmentId}/repayments",
                        await mediator.Send(new ReverseRepayment(id, commitmentId, repaymentId, body.Value), token)
                    )
            )
            .WithName("ReverseRepayment")
            .Refuses<ReverseRepayment>();
    }

    private static void OfPortfolios(RouteGroupBuilder group)
    {
        group
            .MapGet(
                "/agreements",
                async (
                    Guid id,
                    Query<DateOnly> endingBefore,
                    Query<ExitState> exit,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    PageQuery page,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(
                            new ListAgreements(
                                id,
                                endingBefore.Value,
                                exit.Value,
                                asOf.Value,
                                knownAt.Value,
                                page.Value
                            ),
                            token
                        )
                    )
            )
            .WithName("ListAgreements")
            .Refuses<ListAgreements>();
        group
            .MapGet(
                "/providers",
                async (
                    Guid id,
                    Query<DateOnly> asOf,
                    Query<DateTimeOffset> knownAt,
                    IMediator mediator,
                    CancellationToken token
                ) => TypedResults.Ok(await mediator.Send(new ListProviders(id, asOf.Value, knownAt.Value), token))
            )
            .WithName("ListPortfolioProviders")
            .WithSummary("Who accompanies a portfolio's projects")
            .WithDescription(
                "Who accompanies a portfolio's projects, where, and for how much, as of a day and as known at an instant."
            )
            .Refuses<ListProviders>();
    }
}
