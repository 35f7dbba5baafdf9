using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline.Api.Hosting;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Endpoints;

/// <summary>Whether the process lives, and whether it can do its work.</summary>
internal static class HealthEndpoints
{
    // Probes come from one address for all instances and are never the flood; and nobody is to be woken for their refusals as for a person's.
    public static void MapPipelineHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false })
            .AllowAnonymous()
            .DisableRateLimiting()
            .DisableHttpMetrics();
        app.MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions
                {
                    Predicate = check => check.Tags.Contains("ready"),
                    ResponseWriter = WriteReasonsAsync,
                }
            )
            .AllowAnonymous()
            .DisableRateLimiting()
            .DisableHttpMetrics();
    }

    // Whoever is paged sees at once what is the matter; the reasons are our own sentences, and name no server and nobody.
    private static Task WriteReasonsAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new ReadinessReply(
                report.Status == HealthStatus.Healthy,
                [.. report.Entries.Values.Select(entry => entry.Description).OfType<string>()]
            )
        );
}

/// <summary>Whether the process can do its work.</summary>
/// <param name="Ready">It can.</param>
/// <param name="Reasons">Why not, a sentence each.</param>
internal sealed record ReadinessReply(bool Ready, IReadOnlyList<string> Reasons);

/// <summary>Ready: not told to end.</summary>
internal sealed class DrainHealth(Draining draining) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            draining.HasBegun
                ? HealthCheckResult.Unhealthy("The process is ending: ask another instance.")
                : HealthCheckResult.Healthy()
        );
}

/// <summary>Ready: the database answers and has every migration, and none that this program does not know.</summary>
internal sealed class DatabaseHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            var db = scope.ServiceProvider.GetRequiredService<PipelineDbContext>();
            if ((await DatabaseStart.UnknownAsync(db, cancellationToken)).Count > 0)
                return HealthCheckResult.Unhealthy("The database is newer than this program.");
            var pending = await DatabaseStart.PendingAsync(db, cancellationToken);
            return pending.Count == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"{pending.Count} migrations are missing: run with -- migrate");
        }
        catch (Exception e) when (e is System.Data.Common.DbException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", e);
        }
    }
}
