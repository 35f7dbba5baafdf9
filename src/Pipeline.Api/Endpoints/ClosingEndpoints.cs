using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Problems;
using Pipeline.Application.Closings;
using Pipeline.Application.Dashboards;
using Pipeline.Domain.Closings;

namespace Pipeline.Api.Endpoints;

/// <summary>Periods that were closed, and what has been recorded since.</summary>
internal static class ClosingEndpoints
{
    private const string Json = "application/json",
        Tag = "Closings";

    public static void MapClosings(this IEndpointRouteBuilder api)
    {
        var closings = api.MapGroup("/portfolios/{id:guid}/closings").RequireAuthorization().WithTags(Tag);
        closings
            .MapGet(
                "/",
                async (Guid id, PageQuery page, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListClosings(id, page.Value), token))
            )
            .WithName("ListClosings");
        closings
            .MapPost(
                "/",
                async (Guid id, Body<ClosingBody> body, IMediator mediator, CancellationToken token) =>
                {
                    var closing = await mediator.Send(new MakeClosing(id, body.Value), token);
                    return TypedResults.Created($"/api/v1/portfolios/{id}/closings/{closing.Id}", closing);
                }
            )
            .WithName("MakeClosing")
            .Refuses<MakeClosing>()
            .CarriesFile();
        closings
            .MapGet(
                "/{closingId:guid}",
                async (Guid id, Guid closingId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetClosing(id, closingId), token))
            )
            .WithName("GetClosing");
        closings
            .MapGet(
                "/{closingId:guid}/changes",
                async (Guid id, Guid closingId, Query<Guid> against, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetClosingChanges(id, closingId, against.Value), token))
            )
            .WithName("GetClosingChanges");
        foreach (var (kind, file) in MapFiles(api))
        {
            file.WithTags(Tag).WithName($"GetClosing{kind}").Produces(StatusCodes.Status304NotModified);
            if (kind == ClosingFileKind.Workbook)
                file.WithSummary("Gives the workbook that was closed")
                    .WithDescription("Byte for byte as it was made, with its SHA-256 as ETag.")
                    .Produces(StatusCodes.Status200OK, contentType: ReportEndpoints.WorkbookType);
            else
                file.WithSummary("Gives the dashboard that was closed")
                    .WithDescription("Byte for byte as it was made, with its SHA-256 as ETag.")
                    .Produces<DashboardReply>();
        }
    }

    /// <summary>The public keys, where anybody looks for them.</summary>
    public static void MapClosingKeys(this IEndpointRouteBuilder app) =>
        app.MapGet(
                "/.well-known/pipeline-closing-keys",
                async (IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListClosingKeys(), token))
            )
            .AllowAnonymous()
            .WithTags(Tag)
            .WithName("ListClosingKeys");

    /// <summary>The files of closings, beneath the API for programs and beside the pages for browsers.</summary>
    public static IReadOnlyList<(ClosingFileKind Kind, RouteHandlerBuilder Endpoint)> MapFiles(
        IEndpointRouteBuilder routes
    )
    {
        return
        [
            Map(ClosingFileKind.Workbook, "report.xlsx", ReportEndpoints.WorkbookType),
            Map(ClosingFileKind.Dashboard, "dashboard.json", Json),
        ];

        (ClosingFileKind, RouteHandlerBuilder) Map(ClosingFileKind kind, string name, string mediaType) =>
            (
                kind,
                routes
                    .MapGet(
                        $"/portfolios/{{id:guid}}/closings/{{closingId:guid}}/{name}",
                        async (
                            Guid id,
                            Guid closingId,
                            string? lang,
                            HttpContext context,
                            IMediator mediator,
                            CancellationToken token
                        ) =>
                            Send(
                                await mediator.Send(
                                    new GetClosingFile(id, closingId, kind, ReportEndpoints.LanguageOf(lang, context)),
                                    token
                                ),
                                mediaType,
                                Path.GetExtension(name)[1..]
                            )
                    )
                    .RequireAuthorization()
                    .Refuses(HttpRefusal.Of(BindingRefusals.UnknownLanguage))
                    .CarriesFile()
            );
    }

    private static FileContentHttpResult Send(ClosedFile file, string mediaType, string extension) =>
        TypedResults.File(
            file.Bytes.ToArray(),
            mediaType,
            ReportEndpoints.FileName("closing", file.PortfolioCode, file.AsOf, extension),
            enableRangeProcessing: false,
            file.RecordedAt,
            new EntityTagHeaderValue($"\"{file.Sha256}\"")
        );
}
