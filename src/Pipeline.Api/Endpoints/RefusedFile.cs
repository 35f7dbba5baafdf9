using Pipeline.Api.Problems;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Endpoints;

/// <summary>The answer to a file that is refused: a problem with its errors, by row and column.</summary>
internal static class RefusedFile
{
    /// <summary>Answers with the status of the refusal.</summary>
    public static IResult Answer(HttpContext context, FileRefusedException refused, Language language)
    {
        var (answered, report) = (HttpRefusal.Of(refused.Refusal), refused.Report);
        context.Features.Set(new AnsweredRefusal(answered, [.. report.Errors.Select(e => e.Code)]));
        return TypedResults.Json(
            new ImportProblem(
                "about:blank",
                StatusTitles.Of(answered.Status).In(language),
                answered.Status,
                answered.Code,
                refused.First.Refusal.Sentence.In(language),
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
            ),
            contentType: "application/problem+json; charset=utf-8",
            statusCode: answered.Status
        );
    }
}
