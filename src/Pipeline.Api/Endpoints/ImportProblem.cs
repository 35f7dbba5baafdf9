using Pipeline.Api.Problems;
using Pipeline.Application.Imports;
using Pipeline.Application.Observatory;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Endpoints;

/// <summary>A refused file: a problem whose errors name sheet, row and column, with the report beside it.</summary>
public sealed record ImportProblem(
    string Type,
    string Title,
    int Status,
    string Code,
    string Detail,
    string TraceId,
    IReadOnlyList<ImportErrorReply> Errors,
    string Format,
    bool DryRun,
    bool Applied,
    int RowsRead,
    int Created,
    int Updated,
    int Unchanged,
    int Rejected,
    IReadOnlyList<ImportErrorReply> Notices
)
{
    internal static ImportProblem Of(
        HttpContext context,
        HttpRefusal refusal,
        ImportFault first,
        ImportReport report,
        Language language
    ) =>
        new(
            "about:blank",
            RefusedFile.TitleOf(refusal),
            refusal.Status,
            refusal.Code,
            first.Refusal.Sentence.In(language),
            ProblemMiddleware.TraceIdOf(context),
            report.Errors,
            report.Format,
            report.DryRun,
            report.Applied,
            report.RowsRead,
            report.Created,
            report.Updated,
            report.Unchanged,
            report.Rejected,
            report.Notices
        );

    internal static ImportProblem Of(
        HttpContext context,
        HttpRefusal refusal,
        ImportFault first,
        ObservationImportReport report,
        Language language
    ) =>
        new(
            "about:blank",
            RefusedFile.TitleOf(refusal),
            refusal.Status,
            refusal.Code,
            first.Refusal.Sentence.In(language),
            ProblemMiddleware.TraceIdOf(context),
            report.Errors,
            ObservationFile.Format,
            report.DryRun,
            report.Applied,
            report.RowsRead,
            report.Created,
            report.Updated,
            report.Unchanged,
            report.Rejected,
            []
        );
}
