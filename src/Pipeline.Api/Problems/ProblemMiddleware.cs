using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Pipeline.Api.Binding;
using Pipeline.Api.Hosting;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Providers;

namespace Pipeline.Api.Problems;

/// <summary>One fault of a request.</summary>
/// <param name="Field">Its path as the caller wrote it.</param>
/// <param name="Code">Stable.</param>
/// <param name="Message">What is wrong and what is expected, in the caller's language.</param>
public sealed record ProblemError(string Field, string Code, string Message);

/// <summary>RFC 9457 with a stable code.</summary>
/// <param name="Type">Always <c>about:blank</c>: the code says which kind it is.</param>
/// <param name="Title">The status in words.</param>
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
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
                await WriteAsync(
                    context,
                    context.Response.StatusCode,
                    CodeOf(context.Response.StatusCode),
                    SentenceOf(context.Response.StatusCode),
                    []
                );
        }
        catch (Exception) when (context.TimedOut() && !context.Response.HasStarted)
        {
            // Whatever broke off was told to, and the way it says so differs from one library to the next.
            context.Response.Clear();
            await WriteAsync(context, StatusCodes.Status503ServiceUnavailable, CodeOf(503), SentenceOf(503), []);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has left, or what took too long had begun to go out: a register that is cut off must not end as if it were whole.
            if (context.Response.HasStarted)
                context.Abort();
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var (status, code, sentence, faults) = Map(e);
            if (DatabaseProviders.TroubleOf(e) is { } trouble)
                log.LogError(
                    "The database is {Trouble} on {Method} {Route}: {Failure}",
                    trouble,
                    context.MethodName(),
                    context.RouteOf(),
                    Failure.Describe(e)
                );
            else if (status == StatusCodes.Status500InternalServerError)
                log.LogError(
                    "Unexpected failure on {Method} {Route}: {Failure}",
                    context.MethodName(),
                    context.RouteOf(),
                    Failure.Describe(e)
                );
            context.Response.Clear();
            if (e is HttpProblemException { RetryAfter: { } wait })
                context.Response.Headers.RetryAfter = RateLimits.Seconds(wait);
            await WriteAsync(context, status, code, sentence, faults);
        }
    }

    /// <summary>The id that the log has for this request.</summary>
    public static string TraceIdOf(HttpContext context) =>
        Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;

    private static (int Status, string Code, Text Sentence, IReadOnlyList<Fault> Faults) Map(Exception e) =>
        e switch
        {
            InvalidValueException d => (422, d.Code, d.Sentence, d.Faults),
            RefusedException d => (409, d.Code, d.Sentence, d.Faults),
            UnauthenticatedException d => (401, d.Code, d.Sentence, d.Faults),
            ForbiddenException d => (403, d.Code, d.Sentence, d.Faults),
            NotFoundException d => (404, d.Code, d.Sentence, d.Faults),
            StaleException d => (412, d.Code, d.Sentence, d.Faults),
            HttpProblemException h => (h.Status, h.Code, h.Sentence, []),
            BadHttpRequestException b => (b.StatusCode, CodeOf(b.StatusCode), SentenceOf(b.StatusCode), []),
            _ when DatabaseProviders.TroubleOf(e) is { } trouble => (
                503,
                "database_unavailable",
                SentenceOf(trouble),
                []
            ),
            DbUpdateConcurrencyException => (
                409,
                "busy",
                new("Others write to the same place: try again.", "D'autres écrivent au même endroit : réessayez."),
                []
            ),
            _ => (500, CodeOf(500), SentenceOf(500), []),
        };

    private async Task WriteAsync(
        HttpContext context,
        int status,
        string code,
        Text sentence,
        IReadOnlyList<Fault> faults
    )
    {
        var language = context.Language();
        var title = Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status);
        var problem = new Problem(
            "about:blank",
            title,
            status,
            code,
            sentence.In(language),
            TraceIdOf(context),
            [.. faults.Select(f => new ProblemError(f.Field, f.Code, f.Message.In(language)))]
        );
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable && context.Response.Headers.RetryAfter.Count == 0)
            context.Response.Headers.RetryAfter = RateLimits.Seconds(ComeBack);
        if (status == 401)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        // A request that timed out is aborted already, and is answered all the same.
        await JsonSerializer.SerializeAsync(
            context.Response.Body,
            problem,
            json.Value.SerializerOptions,
            context.TimedOut() ? CancellationToken.None : context.RequestAborted
        );
    }

    private static string CodeOf(int status) =>
        status switch
        {
            400 => "unreadable",
            401 => "unauthenticated",
            403 => "forbidden",
            404 => "not_found",
            405 => "method_not_allowed",
            408 => "too_slow",
            413 => "too_large",
            415 => "unsupported_media_type",
            429 => "too_many_requests",
            500 => "internal_error",
            503 => "timed_out",
            _ => $"http_{status}",
        };

    private static Text SentenceOf(DatabaseTrouble trouble) =>
        trouble switch
        {
            DatabaseTrouble.ReadOnly => new(
                "The database is read-only at present: what is there can be read, nothing can be written.",
                "La base de données est actuellement en lecture seule : tout peut être lu, rien ne peut être écrit."
            ),
            DatabaseTrouble.Full => new(
                "The database is full: what is there can be read, nothing can be written.",
                "La base de données est pleine : tout peut être lu, rien ne peut être écrit."
            ),
            DatabaseTrouble.Busy => new(
                "The database is busy: under an Idempotency-Key this can be sent again safely.",
                "La base de données est occupée : avec une Idempotency-Key, cette requête peut être renvoyée sans risque."
            ),
            _ => new(
                "The database does not answer at present: under an Idempotency-Key this can be sent again safely.",
                "La base de données ne répond pas actuellement : avec une Idempotency-Key, cette requête peut être renvoyée sans risque."
            ),
        };

    private static Text SentenceOf(int status) =>
        status switch
        {
            400 => new("The request cannot be read.", "La requête est illisible."),
            401 => new(
                "Sign in first: send a bearer token from POST /api/v1/auth/login.",
                "Connectez-vous d'abord : envoyez un jeton obtenu par POST /api/v1/auth/login."
            ),
            403 => new("You are not permitted to do this.", "Vous n'êtes pas autorisé à le faire."),
            404 => new("There is nothing here.", "Il n'y a rien ici."),
            405 => new("This address does not take this method.", "Cette adresse n'accepte pas cette méthode."),
            408 => new("The request arrives too slowly.", "La requête arrive trop lentement."),
            413 => new("The request is too large.", "La requête est trop volumineuse."),
            415 => new(
                "This media type is not taken here: send application/json, or multipart/form-data for files.",
                "Ce type de contenu n'est pas accepté ici : envoyez application/json, ou multipart/form-data pour les fichiers."
            ),
            429 => new("Too many attempts: wait and try again.", "Trop de tentatives : patientez et réessayez."),
            500 => new(
                "Something went wrong on our side; the trace id helps to find out what.",
                "Une erreur est survenue de notre côté ; l'identifiant de trace aide à la trouver."
            ),
            503 => new(
                "This took too long and was given up: under an Idempotency-Key it can be sent again safely.",
                "L'opération a pris trop de temps et a été abandonnée : avec une Idempotency-Key, elle peut être renvoyée sans risque."
            ),
            _ => Text.Same(Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status)),
        };
}
