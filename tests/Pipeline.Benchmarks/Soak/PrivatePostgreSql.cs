using System.Diagnostics;
using Npgsql;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Benchmarks.Soak;

/// <summary>
/// A PostgreSQL of the run's own, in a temporary folder and on a free port of this machine, that can be ended as a crash ends it. What is committed is on the disk, as
/// the server is set by default. It is served by an ordinary user, since it refuses root.
/// </summary>
internal sealed class PrivatePostgreSql : IAsyncDisposable
{
    private const string Installed = "/usr/lib/postgresql";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-postgresql-").FullName;
    private readonly int _port = ServedProgram.FreePort();
    private readonly string _programs;
    private Process? _process;

    private PrivatePostgreSql(string programs) => _programs = programs;

    /// <summary>How to reach it, without a database.</summary>
    public string Connection => $"Host=127.0.0.1;Port={_port};Username=pipeline;Include Error Detail=true";

    private string Data => Path.Combine(_folder, "data");

    private static string[] AsUser =>
        Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];

    /// <summary>Makes a cluster and starts it.</summary>
    public static async Task<PrivatePostgreSql> MakeAsync()
    {
        var programs = Directory
            .GetDirectories(Installed)
            .Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb")))
            .Order(StringComparer.Ordinal)
            .Last();
        var server = new PrivatePostgreSql(programs);
        if (Environment.IsPrivilegedProcess)
            await server.RunAsync("chown", "postgres", server._folder);
        await server.RunAsync([
            .. AsUser,
            Path.Combine(programs, "initdb"),
            "-A",
            "trust",
            "-U",
            "pipeline",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-D",
            server.Data,
        ]);
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts it, and waits until it answers: after a crash it goes through its log first.</summary>
    public async Task StartAsync()
    {
        _process = Process.Start(
            new ProcessStartInfo(
                "sh",
                [
                    "-c",
                    "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1",
                    "sh",
                    Path.Combine(_folder, "log"),
                    .. AsUser,
                    Path.Combine(_programs, "postgres"),
                    "-D",
                    Data,
                    "-p",
                    $"{_port}",
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    $"unix_socket_directories={_folder}",
                    "-c",
                    "max_connections=400",
                ]
            )
            {
                WorkingDirectory = _folder,
            }
        )!;
        var began = Stopwatch.GetTimestamp();
        while (!await AnswersAsync())
        {
            if (_process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
                throw new InvalidOperationException(await File.ReadAllTextAsync(Path.Combine(_folder, "log")));
            await Task.Delay(100);
        }
    }

    /// <summary>Ends it at once, without a checkpoint and with every connection cut: <c>pg_ctl stop -m immediate</c>.</summary>
    public async Task CrashAsync()
    {
        await RunAsync("kill", "-QUIT", $"{_process!.Id}");
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await CrashAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{Connection};Database=postgres;Pooling=false");
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private async Task RunAsync(params string[] words)
    {
        var ended = await CommandLine.RunOtherAsync(_folder, words);
        if (ended.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', words)}: {ended.Output}{ended.Error}");
    }
}
