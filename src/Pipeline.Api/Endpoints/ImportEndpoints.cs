using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Problems;
using Pipeline.Application.Common;
using Pipeline.Application.Imports;
using Pipeline.Domain.Imports;

namespace Pipeline.Api.Endpoints;

/// <summary>Files that come in.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder api)
    {
        api.MapPost("/imports", ImportAsync)
            .RequireAuthorization()
            .WithTags("Imports")
            .WithName("ImportFile")
            .Refuses<ImportFile>(BindingRefusals.TooManyFiles)
            .TakesFile(FileUse.Import)
            .Accepts<IFormFile>("multipart/form-data")
            .Produces<ImportReport>()
            .Produces<ImportProblem>(422, "application/problem+json")
            .CarriesFile();
        MapRejected(api)
            .WithTags("Imports")
            .WithName("GetRejectedRows")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
        MapRecords(api.MapGroup("/imports").RequireAuthorization().WithTags("Imports"));
        api.MapGet(
                "/portfolios/{id:guid}/imports",
                async (Guid id, string? q, string? sort, PageQuery page, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListImports(id, page.Value, q, sort), token))
            )
            .RequireAuthorization()
            .WithTags("Imports")
            .WithName("ListImports")
            .Refuses<ListImports>();
        MapMappings(api.MapGroup("/portfolios/{id:guid}/import-mappings").RequireAuthorization().WithTags("Imports"));
    }

    private static void MapRecords(RouteGroupBuilder imports)
    {
        imports
            .MapGet(
                "/{id:guid}",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetImport(id), token))
            )
            .WithName("GetImport")
            .Refuses<GetImport>();
        imports
            .MapPost(
                "/{id:guid}/reversal",
                async (Guid id, Body<ImportReversalBody> body, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ReverseImport(id, body.Value), token))
            )
            .WithName("ReverseImport")
            .Refuses<ReverseImport>();
    }

    /// <summary>The rows that were left out, beneath the API for programs and beside the pages for browsers.</summary>
    public static RouteHandlerBuilder MapRejected(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/imports/{id:guid}/rejected.csv",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.File(
                        await mediator.Send(new GetRejectedRows(id), token),
                        "text/csv; charset=utf-8",
                        "rejected.csv"
                    )
            )
            .RequireAuthorization()
            .CarriesFile()
            .Refuses<GetRejectedRows>();

    private static void MapMappings(RouteGroupBuilder mappings)
    {
        mappings
            .MapGet(
                "/",
                async (Guid id, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new ListImportMappings(id), token))
            )
            .WithName("ListImportMappings")
            .Refuses<ListImportMappings>();
        mappings
            .MapGet(
                "/{name}",
                async (Guid id, string name, IMediator mediator, CancellationToken token) =>
                    TypedResults.Ok(await mediator.Send(new GetImportMapping(id, name), token))
            )
            .WithName("GetImportMapping")
            .Refuses<GetImportMapping>();
        mappings
            .MapPut(
                "/{name}",
                async (
                    Guid id,
                    string name,
                    IfMatchWhereThere ifMatch,
                    Body<MappingBody> body,
                    IMediator mediator,
                    CancellationToken token
                ) =>
                    TypedResults.Ok(
                        await mediator.Send(new SetImportMapping(id, name, ifMatch.Read, body.Value), token)
                    )
            )
            .WithName("SetImportMapping")
            .Refuses<SetImportMapping>();
        mappings
            .MapDelete(
                "/{name}",
                async (Guid id, string name, IMediator mediator, CancellationToken token) =>
                {
                    await mediator.Send(new RemoveImportMapping(id, name), token);
                    return TypedResults.NoContent();
                }
            )
            .WithName("RemoveImportMapping")
            .Refuses<RemoveImportMapping>();
    }

    private static async Task<IResult> ImportAsync(
        HttpContext context,
        Query<Guid> portfolioId,
        Query<bool> dryRun,
        Query<ErrorHandling> onError,
        string? mapping,
        string? encoding,
        IMediator mediator,
        ICaller caller,
        CancellationToken token
    )
    {
        if (portfolioId.Value is not { } portfolio)
            throw BindingRefusals.PortfolioRequired.At("portfolioId");
        var (file, _) = await Forms.ReadFileAsync(context);
        await using var content = file.OpenReadStream();
        try
        {
            return TypedResults.Ok(
                await mediator.Send(
                    new ImportFile(
                        portfolio,
                        file.FileName,
                        content,
                        dryRun.Value ?? false,
                        onError.Value ?? ErrorHandling.Refuse,
                        mapping,
                        encoding
                    ),
                    token
                )
            );
        }
        catch (ImportRefusedException e)
        {
            return RefusedFile.Answer(context, e, caller.Language);
        }
    }
}
