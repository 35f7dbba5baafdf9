namespace Pipeline.Api.Hosting;

/// <summary>How much one caller may ask for: <c>Pipeline:Limits:*</c>.</summary>
/// <param name="RequestsPerMinute">Of one person; of one address for whoever is not signed in. As many may come at once.</param>
/// <param name="SignInsPerMinute">From one address, and for one account.</param>
/// <param name="BodyBytes">The largest body, but for files that are imported.</param>
/// <param name="RequestSeconds">When a request is given up.</param>
/// <param name="LongRequestSeconds">The same for imports and workbooks.</param>
/// <param name="ShutdownSeconds">How long requests may take to finish after the process was told to end.</param>
/// <param name="DrainSeconds">How long a process that was told to end says so to its proxy before it takes no more requests; 0 is at once.</param>
/// <param name="FilesAtOnce">Workbooks, exports and imports that run at the same time.</param>
/// <param name="FilesWaiting">How many more wait for their turn.</param>
internal sealed record RequestLimits(
    int RequestsPerMinute,
    int SignInsPerMinute,
    int BodyBytes,
    int RequestSeconds,
    int LongRequestSeconds,
    int ShutdownSeconds,
    int DrainSeconds,
    int FilesAtOnce,
    int FilesWaiting
)
{
    /// <summary>The timeout policy of endpoints that carry a file.</summary>
    public const string LongRequest = "long";

    public static RequestLimits Read(IConfiguration configuration) =>
        new(
            configuration.Positive("Pipeline:Limits:RequestsPerMinute", 600),
            configuration.Positive("Pipeline:Limits:SignInsPerMinute", 20),
            configuration.Positive("Pipeline:Limits:BodyBytes", 1024 * 1024),
            configuration.Positive("Pipeline:Limits:RequestSeconds", 30),
            configuration.Positive("Pipeline:Limits:LongRequestSeconds", 300),
            configuration.Positive("Pipeline:Limits:ShutdownSeconds", 30),
            configuration.Whole("Pipeline:Limits:DrainSeconds", 0),
            configuration.Positive("Pipeline:Limits:FilesAtOnce", 4),
            configuration.Positive("Pipeline:Limits:FilesWaiting", 16)
        );
}
