using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Problems;

/// <summary>One fault of a request.</summary>
/// <param name="Field">Its path as the caller wrote it.</param>
/// <param name="Code">Stable.</param>
/// <param name="Message">What is wrong and what is expected, in the caller's language.</param>
public sealed record ProblemError(string Field, string Code, string Message);

/// <summary>RFC 9457 with a stable code.</summary>
/// <param name="Type">Always <c>about:blank</c>: the code says which kind it is.</param>
/// <param name="Title">The status in words, in the caller's language.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Detail">For people, in their language.</param>
/// <param name="TraceId">To be given when asking for help.</param>
/// <param name="Errors">Every single fault; empty when the detail says it all.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    string Detail,
    string TraceId,
    IReadOnlyList<ProblemError> Errors
);

/// <summary>The one place where refusals become replies. Never a stack trace, never a 500 for what a caller sent.</summary>
internal sealed class ProblemMiddleware(
    RequestDelegate next,
    ILogger<ProblemMiddleware> log,
    IOptions<JsonOptions> json
)
{
    // What takes longer to mend is asked for again by then.
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(5);

    public async Task InvokeAsync(HttpContext context)
    {
        // Whoever asked for a page is answered by one.
        if (context.IsPage())
        {
            await next(context);
            return;
        }
        await Thrown.AnswerAsync(
            context,
            log,
            async () =>
            {
                await next(context);
                if (
                    context.Response is
                    { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null }
                )
                    await WriteAsync(context, HttpRefusal.Of(context.Response.StatusCode), []);
            },
            (refusal, faults) => WriteAsync(context, refusal, faults)
        );
    }

    /// <summary>The id that the log has for this request.</summary>
    public static string TraceIdOf(HttpContext context) =>
        Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    private async Task WriteAsync(HttpContext context, HttpRefusal refusal, IReadOnlyList<Fault> faults)
    {
        var (language, status) = (context.Language(), refusal.Status);
        var title = StatusTitles.Of(status).In(language);
        var problem = new Problem(
            "about:blank",
            title,
            status,
            refusal.Code,
            refusal.Sentence.In(language),
            TraceIdOf(context),
            [.. faults.Select(f => new ProblemError(f.Field, f.Code, f.Message.In(language)))]
        );
        context.Features.Set(new AnsweredRefusal(refusal, [.. faults.Select(f => f.Code)]));
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable && context.Response.Headers.RetryAfter.Count == 0)
            context.Response.Headers.RetryAfter = RateLimits.Seconds(ComeBack);
        if (status == 401)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        // Whole and in one piece, whatever ends meanwhile: an answer that broke off would be followed by another one, about its having broken off.
        await context.Response.Body.WriteAsync(
            JsonSerializer.SerializeToUtf8Bytes(problem, json.Value.SerializerOptions),
            CancellationToken.None
        );
    }
}
