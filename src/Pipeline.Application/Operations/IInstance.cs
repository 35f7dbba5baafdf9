namespace Pipeline.Application.Operations;

/// <summary>What a process knows of itself.</summary>
public interface IInstance
{
    /// <summary>Of the program and of what it runs on.</summary>
    VersionsReply Versions { get; }

    /// <summary>The slowest requests of the last day here, slowest first.</summary>
    IReadOnlyList<SlowRequestReply> SlowRequests { get; }

    /// <summary>Runs the checks of <c>/health/ready</c>.</summary>
    Task<IReadOnlyList<HealthCheckReply>> CheckAsync(CancellationToken cancellationToken);
}
