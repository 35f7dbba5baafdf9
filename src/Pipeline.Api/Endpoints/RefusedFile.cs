using Microsoft.AspNetCore.WebUtilities;
using Pipeline.Api.Problems;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Endpoints;

/// <summary>The answer to a file that is refused: a problem with its errors, by row and column.</summary>
internal static class RefusedFile
{
    /// <summary>Answers with the status of the refusal.</summary>
    public static IResult Answer(
        HttpContext context,
        Refusal refusal,
        IReadOnlyList<ImportErrorReply> errors,
        Func<HttpRefusal, ImportProblem> problem
    )
    {
        var answered = HttpRefusal.Of(refusal);
        context.Features.Set(new AnsweredRefusal(answered, [.. errors.Select(e => e.Code)]));
        return TypedResults.Json(
            problem(answered),
            contentType: "application/problem+json; charset=utf-8",
            statusCode: answered.Status
        );
    }

    /// <summary>What its status is called.</summary>
    public static string TitleOf(HttpRefusal refusal) => ReasonPhrases.GetReasonPhrase(refusal.Status);
}
