using System.Globalization;
using Pipeline.Api.Hosting.Metrics;
using Pipeline.Application.Exports;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Endpoints;

/// <summary>A view of a portfolio as a file, in one format.</summary>
internal sealed record ViewFile(RouteHandlerBuilder Endpoint, RegisterFormat Format, string Type);

/// <summary>Views whose rows are all there when they are asked for, as CSV and as a workbook of one sheet.</summary>
internal static class ViewFiles
{
    private static readonly (RegisterFormat Format, string Type)[] Formats =
    [
        (RegisterFormat.Csv, "text/csv"),
        (RegisterFormat.Xlsx, ReportEndpoints.WorkbookType),
    ];

    /// <summary>Maps both, beneath the API for programs or beside the pages for browsers.</summary>
    /// <param name="routes">Where.</param>
    /// <param name="path">Without its ending.</param>
    /// <param name="answer">What answers in a format.</param>
    public static IReadOnlyList<ViewFile> Map(
        IEndpointRouteBuilder routes,
        string path,
        Func<RegisterFormat, Delegate> answer
    ) =>
        [
            .. Formats.Select(f => new ViewFile(
#pragma warning disable RDG002 // What answers is made here: these endpoints alone are not compiled ahead.
                routes.MapGet($"{path}.{Codes.Of(f.Format)}", answer(f.Format)).RequireAuthorization(),
#pragma warning restore RDG002
                f.Format,
                f.Type
            )),
        ];

    /// <summary>Answers with the rows.</summary>
    /// <param name="name">What the file is called, before its day and its ending.</param>
    public static async Task<IResult> SendAsync<TRow>(
        IReadOnlyCollection<TRow> rows,
        string name,
        DateOnly asOf,
        RegisterFormat format,
        Language language,
        IRegisterWriter writer,
        PipelineMetrics metrics,
        CancellationToken token
    )
    {
        using var export = metrics.Export(name);
        var target = new MemoryStream();
        await writer.WriteAsync(rows.ToAsyncEnumerable(), format, language, target, token);
        target.Position = 0;
        export.Done(rows.Count);
        var type = Formats.First(f => f.Format == format).Type;
        return TypedResults.Stream(
            target,
            format == RegisterFormat.Csv ? $"{type}; charset=utf-8" : type,
            string.Create(CultureInfo.InvariantCulture, $"pipeline-{name}-{asOf:yyyy-MM-dd}.{Codes.Of(format)}")
        );
    }
}
