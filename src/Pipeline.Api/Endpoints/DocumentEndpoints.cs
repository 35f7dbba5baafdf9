using MediatR;
using Microsoft.AspNetCore.Mvc;
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
    // What a form has around its file.
    private const int FormBytes = 64 * 1024;

    private static readonly string[] Fields = ["title", "kind"];

    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/projects/{id:guid}/documents").RequireAuthorization().WithTags("Documents");
        var limits = api.ServiceProvider.GetRequiredService<DocumentLimits>();
        documents
            .MapPost("/", AddAsync)
            .WithName("AddDocument")
            .Refuses<AddDocument>(BindingRefusals.TooManyFiles)
            .WithMetadata(new RequestSizeLimitAttribute(limits.FileBytes + FormBytes))
            .TakesLong()
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
            .TakesLong()
            .WithMetadata(new SandboxedAttribute())
            .Refuses(HttpRefusals.RangeBeyondEnd)
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
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("multipart expected", StatusCodes.Status415UnsupportedMediaType);
        var form = await Forms.ReadAsync(context);
        if (form.Keys.FirstOrDefault(key => !Fields.Contains(key)) is { } unknown)
            throw CommonRefusals.UnknownField.With(unknown, string.Join(", ", Fields)).At(unknown);
        var file = form.Files.GetFile("file") ?? throw BindingRefusals.FileRequired.At("file");
        if (form.Files.Count > 1)
            throw BindingRefusals.TooManyFiles.At("file");
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
        // Here, since the framework would answer by a status alone.
        if (
            context.Request.GetTypedHeaders().Range?.Ranges is { Count: 1 } ranges
            && ranges.First().From >= file.Content.Length
        )
            throw HttpRefusals.RangeBeyondEnd.With(file.Content.Length).Exception();
        return TypedResults.Stream(
            file.Content,
            file.MediaType,
            file.FileName,
            file.RecordedAt,
            new EntityTagHeaderValue($"\"{file.Sha256}\""),
            enableRangeProcessing: true
        );
    }
}
