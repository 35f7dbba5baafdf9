using MediatR;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Net.Http.Headers;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Problems;
using Pipeline.Application.Documents;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;

namespace Pipeline.Api.Endpoints;

/// <summary>Files of projects, in and out.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/projects/{id:guid}/documents").RequireAuthorization().WithTags("Documents");
        documents
            .MapPost("/", AddAsync)
            .WithName("AddDocument")
            .Refuses<AddDocument>(BindingRefusals.TooManyFiles)
            .TakesFile(FileUse.Document)
            .Accepts<IFormFile>("multipart/form-data")
            .Produces<DocumentReply>(StatusCodes.Status201Created);
        documents
            .MapGet(
                "/",
                async (Guid id, PageQuery page, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListDocuments(id, page.Value), token))
            )
            .WithName("ListDocuments");
        documents
            .MapGet(
                "/{documentId:guid}",
                async (Guid id, Guid documentId, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetDocument(id, documentId), token))
            )
            .WithName("GetDocument");
        MapContent(api).WithTags("Documents").WithName("GetDocumentContent");
        documents
            .MapDelete(
                "/{documentId:guid}",
                async (
                    Guid id,
                    Guid documentId,
                    Body<DocumentRemovalBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                {
                    await mediator.Send(new RemoveDocument(id, documentId, body.Value), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("RemoveDocument")
            .Refuses<RemoveDocument>();
    }

    /// <summary>The bytes of a document, beneath the API for programs and beside the pages for browsers.</summary>
    public static RouteHandlerBuilder MapContent(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/projects/{id:guid}/documents/{documentId:guid}/content", SendAsync)
            .RequireAuthorization()
            // As for files that come: only a line that takes next to nothing is given up, by the server.
            .WithMetadata(new DisableRequestTimeoutAttribute())
            .WithMetadata(new SandboxedAttribute())
            .Refuses(HttpRefusals.RangeBeyondEnd, HttpRefusal.Of(CommonRefusals.Stale))
            .ProducesDocument(StatusCodes.Status200OK)
            .ProducesDocument(StatusCodes.Status206PartialContent)
            .Produces(StatusCodes.Status304NotModified);

    private static async Task<IResult> AddAsync(
        HttpContext context,
        Guid id,
        IMediator mediator,
        CancellationToken token
    )
    {
        var (file, form) = await Forms.ReadFileAsync(context, "title", "kind");
        var kind = KindOf(form["kind"].ToString());
        await using var content = file.OpenReadStream();
        var document = await mediator.Send(
            new AddDocument(id, file.FileName, content, form["title"].ToString(), kind),
            token
        );
        return TypedResults.Created($"/api/v1/projects/{id}/documents/{document.Id}", document);
    }

    private static DocumentKind KindOf(string code)
    {
        if (code.Length == 0)
            throw CommonRefusals.Required.With("kind").At("kind");
        return Codes.TryParse<DocumentKind>(code, out var kind)
            ? kind
            : throw CommonRefusals.UnknownCode.With(code, string.Join(", ", Codes.All<DocumentKind>())).At("kind");
    }

    private static RouteHandlerBuilder ProducesDocument(this RouteHandlerBuilder endpoint, int status) =>
        endpoint.Produces(
            status,
            contentType: DocumentTypes.All[0].MediaType,
            additionalContentTypes: [.. DocumentTypes.All.Skip(1).Select(t => t.MediaType)]
        );

    private static async Task<IResult> SendAsync(
        HttpContext context,
        Guid id,
        Guid documentId,
        IMediator mediator,
        CancellationToken token
    )
    {
        var file = await mediator.Send(new GetDocumentContent(id, documentId), token);
        var content = TypedResults.Stream(
            file.Content,
            file.MediaType,
            file.FileName,
            file.RecordedAt,
            new EntityTagHeaderValue($"\"{file.Sha256}\""),
            // A unit that nobody knows asks for nothing (RFC 9110).
            enableRangeProcessing: context.Request.GetTypedHeaders().Range is null or { Unit.Value: "bytes" }
        );
        await content.ExecuteAsync(context);
        if (context.Response is { StatusCode: >= 400, HasStarted: false } refused)
            // Said in words behind this, with the headers that belong to the status.
            (refused.ContentType, refused.ContentLength, refused.Headers.ContentDisposition) = (null, null, default);
        return TypedResults.Empty;
    }
}
