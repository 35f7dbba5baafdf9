using MediatR;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Api.Hosting.Metrics;
using Pipeline.Api.Problems;
using Pipeline.Application.Exports;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Endpoints;

/// <summary>A portfolio's commitments in the 360Giving Data Standard.</summary>
internal static class GrantEndpoints
{
    public static void MapGrants(this IEndpointRouteBuilder api)
    {
        foreach (var (format, type) in new[] { (GrantFormat.Json, "application/json"), (GrantFormat.Csv, "text/csv") })
            api.MapGet(
                    $"/portfolios/{{id:guid}}/360giving.{Codes.Of(format)}",
                    (
                        Guid id,
                        Query<DateOnly> asOf,
                        Query<DateTimeOffset> knownAt,
                        IMediator mediator,
                        IGrantWriter writer,
                        PipelineMetrics metrics,
                        CancellationToken token
                    ) => SendAsync(new(id, asOf.Value, knownAt.Value), format, type, mediator, writer, metrics, token)
                )
                .RequireAuthorization()
                .WithTags("Reports")
                .WithName($"GetGrants{format}")
                .Refuses<GetGrants>()
                .Produces(StatusCodes.Status200OK, contentType: type)
                .CarriesFile()
                .WithSummary(
                    $"The portfolio's grants in the 360Giving Data Standard as {Codes.Of(format).ToUpperInvariant()}"
                )
                .WithDescription(
                    "Each commitment is a grant: the standard's ten required fields, planned dates and the recipient's country. What was imported comes out under the same identifiers, with the same amounts and dates."
                );
    }

    private static async Task<IResult> SendAsync(
        GetGrants request,
        GrantFormat format,
        string type,
        IMediator mediator,
        IGrantWriter writer,
        PipelineMetrics metrics,
        CancellationToken token
    )
    {
        using var export = metrics.Export("grants");
        var report = await mediator.Send(request, token);
        var target = new MemoryStream();
        writer.Write(report.Grants, format, target);
        target.Position = 0;
        export.Done(report.Grants.Count);
        return TypedResults.Stream(
            target,
            $"{type}; charset=utf-8",
            ReportEndpoints.FileName("360giving", report.PortfolioCode, report.AsOf, Codes.Of(format))
        );
    }
}
