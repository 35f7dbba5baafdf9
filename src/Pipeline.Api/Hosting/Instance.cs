using System.Runtime.InteropServices;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline.Application.Operations;
using Pipeline.Infrastructure;

namespace Pipeline.Api.Hosting;

/// <summary>What this process knows of itself.</summary>
internal sealed class Instance(SlowRequests slow, HealthCheckService checks, TimeProvider time) : IInstance
{
    public VersionsReply Versions { get; } =
        new(ProductVersion.Full, RuntimeInformation.FrameworkDescription, RuntimeInformation.OSDescription);

    public IReadOnlyList<SlowRequestReply> SlowRequests => slow.Since(time.GetUtcNow());

    public async Task<IReadOnlyList<HealthCheckReply>> CheckAsync(CancellationToken cancellationToken)
    {
        var report = await checks.CheckHealthAsync(check => check.Tags.Contains("ready"), cancellationToken);
        return
        [
            .. report.Entries.Select(e => new HealthCheckReply(
                e.Key,
                e.Value.Status == HealthStatus.Healthy,
                e.Value.Description
            )),
        ];
    }
}
