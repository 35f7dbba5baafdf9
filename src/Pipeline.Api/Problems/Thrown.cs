using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Hosting;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Providers;

namespace Pipeline.Api.Problems;

/// <summary>What was thrown, as a refusal: the same for a reply of the API and for a page.</summary>
internal static class Thrown
{
    /// <summary>Goes on with a request, and has what is thrown on the way answered as long as nothing has gone out.</summary>
    /// <param name="answer">Answers with a refusal and its faults, on a response that was cleared.</param>
    public static async Task AnswerAsync(
        HttpContext context,
        ILogger log,
        Func<Task> run,
        Func<HttpRefusal, IReadOnlyList<Fault>, Task> answer
    )
    {
        try
        {
            await run();
        }
        catch (Exception) when (context.TimedOut() && !context.Response.HasStarted)
        {
            // Whatever broke off was told to, and the way it says so differs from one library to the next.
            context.Response.Clear();
            await answer(HttpRefusals.TimedOut, []);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has left, or what took too long had begun to go out: what is cut off must not end as if it were whole.
            if (context.Response.HasStarted)
                context.Abort();
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            var refusal = Read(e, context, log);
            context.Response.Clear();
            if (e is HttpProblemException { RetryAfter: { } wait })
                context.Response.Headers.RetryAfter = RateLimits.Seconds(wait);
            await answer(refusal, (e as DomainException)?.Faults ?? []);
        }
    }

    /// <summary>The refusal that an exception stands for; what is our own failure goes into the log.</summary>
    public static HttpRefusal Read(Exception e, HttpContext context, ILogger log)
    {
        var refusal = Map(e);
        if (DatabaseProviders.TroubleOf(e) is { } trouble)
            log.LogError(
                "The database is {Trouble} on {Method} {Route}: {Failure}",
                trouble,
                context.MethodName(),
                context.RouteOf(),
                Failure.Describe(e)
            );
        else if (refusal.Status == StatusCodes.Status500InternalServerError)
            log.LogError(
                "Unexpected failure on {Method} {Route}: {Failure}",
                context.MethodName(),
                context.RouteOf(),
                Failure.Describe(e)
            );
        return refusal;
    }

    private static HttpRefusal Map(Exception e) =>
        e switch
        {
            DomainException d => HttpRefusal.Of(d.Refusal),
            HttpProblemException h => h.Refusal,
            BadHttpRequestException b => HttpRefusal.Of(b.StatusCode),
            _ when DatabaseProviders.TroubleOf(e) is { } trouble => Of(trouble),
            DbUpdateConcurrencyException => HttpRefusals.Busy,
            _ => HttpRefusals.InternalError,
        };

    private static HttpRefusal Of(DatabaseTrouble trouble) =>
        trouble switch
        {
            DatabaseTrouble.ReadOnly => HttpRefusals.DatabaseReadOnly,
            DatabaseTrouble.Full => HttpRefusals.DatabaseFull,
            DatabaseTrouble.Busy => HttpRefusals.DatabaseBusy,
            _ => HttpRefusals.DatabaseAway,
        };
}
