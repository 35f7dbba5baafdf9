using Microsoft.AspNetCore.Http.Timeouts;

namespace Pipeline.Api.Hosting;

/// <summary>When a request is given up.</summary>
internal static class Timeouts
{
    public static void AddTimeouts(this IServiceCollection services, RequestLimits limits)
    {
        services.AddRequestTimeouts(options =>
        {
            options.DefaultPolicy = After(limits.RequestSeconds);
            options.AddPolicy(RequestLimits.LongRequest, After(limits.LongRequestSeconds));
        });
        // Requests that are being answered when the process is told to end are answered.
        services.Configure<HostOptions>(options =>
            options.ShutdownTimeout = TimeSpan.FromSeconds(limits.DrainSeconds + limits.ShutdownSeconds)
        );
        services.AddSingleton<Draining>();
        services.AddHostedService(provider => provider.GetRequiredService<Draining>());
    }

    /// <summary>Whether this request took too long, and was not left by its client.</summary>
    public static bool TimedOut(this HttpContext context) =>
        context.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true;

    // 503 and not the framework's 504: nobody stands behind us whom we waited for.
    private static RequestTimeoutPolicy After(int seconds) =>
        new() { Timeout = TimeSpan.FromSeconds(seconds), TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable };
}
