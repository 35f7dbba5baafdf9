using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Api.Tests.Common;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;

namespace Pipeline.Reliability.Tests;

/// <summary>
/// Three instances of the program on one PostgreSQL, started at the same moment, behind a proxy in this process that sends requests in turn to those that say they are
/// ready. Where no server is named there is none of it.
/// </summary>
public sealed class ThreeInstances : IAsyncLifetime
{
    private const int Count = 3;

    // Often, so that an instance need not drain for long.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-three-").FullName;
    private readonly List<ServedProgram> _served = [];

    // Whose clients may still be in use: ended with the rest.
    private readonly List<ServedProgram> _ended = [];
    private readonly TestDatabase? _database;
    private WebApplication? _proxy;

    public ThreeInstances() => _database = IsThere ? TestDatabase.In(_folder) : null;

    /// <summary>The same on a database that is named.</summary>
    internal ThreeInstances(TestDatabase database) => _database = database;

    /// <summary>Whether there is a server to run them on.</summary>
    public static bool IsThere => TestDatabase.PostgreSqlServer is not null;

    /// <summary>Where clients come in.</summary>
    public Uri Address => new(_proxy!.Urls.Single());

    /// <summary>The administrator, through the proxy.</summary>
    internal Client Administrator { get; private set; } = null!;

    /// <summary>A portfolio whose projects take whatever is delivered.</summary>
    internal ServedLedgers Ledgers { get; private set; } = null!;

    /// <summary>The instances as they are now.</summary>
    internal IReadOnlyList<ServedProgram> Served => _served;

    /// <summary>All that they have printed, those that have ended included.</summary>
    internal IEnumerable<string> Printed => _ended.Concat(_served).Select(served => served.Output + served.Error);

    /// <summary>Runs a command of the program on their database.</summary>
    internal Task<CommandLine.Ended> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(_folder, arguments, Settings);

    private Dictionary<string, string> Settings =>
        new(ServedLedgers.Settings(_folder, _database))
        {
            ["Pipeline__Limits__DrainSeconds"] = "3",
            ["Pipeline__Outbox__LeaseSeconds"] = "6",
            ["Pipeline__Webhooks__TimeoutSeconds"] = "2",
            ["Pipeline__Outbox__FirstRetrySeconds"] = "1",
            ["Pipeline__Webhooks__AllowHttp"] = "true",
            ["Pipeline__Webhooks__AllowedNetworks"] = "127.0.0.0/8",
        };

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (_database is null)
            return;
        await _database.CreateAsync();
        _served.AddRange(
            await Task.WhenAll(Enumerable.Range(0, Count).Select(_ => ServedProgram.StartAsync(_folder, Settings)))
        );
        _proxy = Proxy();
        await _proxy.StartAsync();
        Administrator = new(NewHttp());
        await Administrator.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
        Ledgers = await ServedLedgers.OpenAsync(Administrator);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        if (_proxy is not null)
            await _proxy.DisposeAsync();
        foreach (var served in _served.Concat(_ended))
            await served.DisposeAsync();
        if (_database is not null)
            await _database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A client of its own, through the proxy.</summary>
    public HttpClient NewHttp() => new() { BaseAddress = Address };

    /// <summary>The administrator at one of them, past the proxy.</summary>
    internal Client At(int instance)
    {
        var http = new HttpClient { BaseAddress = _served[instance].Address };
        http.DefaultRequestHeaders.Authorization = Administrator.Http.DefaultRequestHeaders.Authorization;
        return new(http);
    }

    /// <summary>Starts one again, at the same address, once it has ended.</summary>
    internal async Task<int> StartAgainAsync(int instance)
    {
        var before = _served[instance];
        var code = await before.EndAsync();
        _ended.Add(before);
        _served[instance] = await ServedProgram.UntilReadyAsync(
            before.Address,
            CommandLine.Start(_folder, [$"--Urls={before.Address}"], Settings, [])
        );
        return code;
    }

    private WebApplication Proxy()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddReverseProxy()
            .LoadFromMemory(
                [
                    new()
                    {
                        RouteId = "all",
                        ClusterId = "instances",
                        Match = new() { Path = "{**rest}" },
                    },
                ],
                [
                    new()
                    {
                        ClusterId = "instances",
                        LoadBalancingPolicy = "RoundRobin",
                        Destinations = _served
                            .Select(served => new DestinationConfig { Address = $"{served.Address}" })
                            .Index()
                            .ToDictionary(d => $"{d.Index}", d => d.Item),
                        HealthCheck = new()
                        {
                            Active = new()
                            {
                                Enabled = true,
                                Interval = BetweenLooks,
                                Path = "/health/ready",
                                Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
                            },
                        },
                        Metadata = new Dictionary<string, string>
                        {
                            [ConsecutiveFailuresHealthPolicyOptions.ThresholdMetadataName] = "1",
                        },
                    },
                ]
            );
        var proxy = builder.Build();
        proxy.MapReverseProxy();
        return proxy;
    }
}
