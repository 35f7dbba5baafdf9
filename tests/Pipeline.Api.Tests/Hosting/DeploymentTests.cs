using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pipeline.Api.Hosting.Metrics;
using Pipeline.Api.Tests.Common;
using Xunit.Abstractions;
using YamlDotNet.RepresentationModel;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>What lies in <c>deploy/</c> fits the product: its settings, its metrics, and the scripts as far as they can run here.</summary>
public sealed partial class DeploymentTests(PipelineApi api, ITestOutputHelper output)
    : IClassFixture<PipelineApi>,
        IDisposable
{
    private static readonly string Deploy = Path.Combine(CommandLine.Root, "deploy");

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-deploy-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Alerts_and_dashboard_ask_for_metrics_that_exist()
    {
        var known = Instruments();
        foreach (var file in new[] { "prometheus/alerts.yml", "grafana/pipeline.json" })
        {
            var named = MetricName().Matches(File.ReadAllText(Path.Combine(Deploy, file)));
            named.Should().NotBeEmpty();
            named
                .Select(match => match.Value)
                .Distinct()
                .Should()
                .OnlyContain(
                    name => known.Any(instrument => name.StartsWith(instrument, StringComparison.Ordinal)),
                    file
                );
        }
    }

    [Theory]
    [InlineData("compose.yaml", "first second proxy database migrate")]
    [InlineData("compose.sqlserver.yaml", "first second database migrate")]
    public void The_containers_use_settings_that_operations_md_explains_and_files_that_are_there(
        string file,
        string expected
    )
    {
        var operations = File.ReadAllText(Path.Combine(CommandLine.Root, "docs", "operations.md"));
        var services = (YamlMappingNode)Yaml(file)["services"];
        var settings = services
            .Children.Values.OfType<YamlMappingNode>()
            .SelectMany(SettingsOf)
            .Where(name => name.StartsWith("Pipeline__", StringComparison.Ordinal));
        settings.Should().NotBeEmpty();
        foreach (var setting in settings)
            operations.Should().Contain($"`{setting.Replace("__", ":")}`");

        services.Children.Keys.Select(key => key.ToString()).Should().BeEquivalentTo(expected.Split(' '));
        var mounted = Mounted().Matches(File.ReadAllText(Path.Combine(Deploy, file)));
        mounted.Should().NotBeEmpty();
        foreach (Match mount in mounted)
            File.Exists(Path.Combine(Deploy, mount.Groups["path"].Value)).Should().BeTrue(mount.Value);
        Yaml("prometheus/prometheus.yml").Children.Should().ContainKey("scrape_configs");
    }

    [Fact]
    public async Task The_nightly_copy_of_SQLite_is_whole_and_old_ones_go()
    {
        (await CommandLine.RunAsync(_folder, ["create-admin", "somebody@example.org"])).ExitCode.Should().Be(0);
        var copies = Directory.CreateDirectory(Path.Combine(_folder, "copies")).FullName;
        foreach (var kept in new[] { "pipeline-20200101T000000Z.db", "pipeline-20200102T000000Z.db", "mine.db" })
            await File.WriteAllTextAsync(Path.Combine(copies, kept), "");

        var ended = await ScriptAsync(
            "sqlite-backup.sh",
            [copies, "2"],
            new() { ["PIPELINE"] = Path.Combine(AppContext.BaseDirectory, "Pipeline.Api.dll") }
        );
        ended.ExitCode.Should().Be(0, ended.Error);
        var files = Directory.EnumerateFiles(copies).Select(Path.GetFileName).Order().ToList();
        files.Should().HaveCount(3).And.Contain(["mine.db", "pipeline-20200102T000000Z.db"]);
        await using var copy = new SqliteConnection($"Data Source={Path.Combine(copies, files[^1]!)};Pooling=False");
        await copy.OpenAsync();
        await using var count = copy.CreateCommand();
        count.CommandText = "SELECT count(*) FROM Users WHERE Email = 'somebody@example.org'";
        (await count.ExecuteScalarAsync()).Should().Be(1L);
    }

    [Fact]
    public async Task PostgreSQL_is_restored_as_it_was_saved_and_never_over_something()
    {
        if (TestDatabase.PostgreSqlServer is null)
        {
            output.WriteLine("Not run: PIPELINE_TEST_POSTGRESQL names no server.");
            return;
        }
        var (saved, restored) = (TestDatabase.In(_folder), TestDatabase.In(_folder));
        await saved.CreateAsync();
        await restored.MakeEmptyAsync();
        try
        {
            var made = await CommandLine.RunAsync(_folder, ["seed-demo"], ServedLedgers.Settings(_folder, saved));
            made.ExitCode.Should().Be(0, made.Error);
            var dump = Path.Combine(_folder, "pipeline.dump");
            (await PostgreSqlAsync("postgresql-backup.sh", saved, dump)).ExitCode.Should().Be(0);
            (await PostgreSqlAsync("postgresql-backup.sh", saved, dump)).Error.Should().Contain("left alone");

            var into = new NpgsqlConnectionStringBuilder(restored.Connection).Database!;
            (await PostgreSqlAsync("postgresql-restore.sh", restored, dump, into)).Error.Should().BeEmpty();
            (await PostgreSqlAsync("postgresql-restore.sh", restored, dump, into)).Error.Should().Contain("left alone");

            var verified = await CommandLine.RunAsync(
                _folder,
                ["verify-audit"],
                ServedLedgers.Settings(_folder, restored)
            );
            verified.ExitCode.Should().Be(0, verified.Error);
            verified
                .Output.Should()
                .Be(
                    (
                        await CommandLine.RunAsync(_folder, ["verify-audit"], ServedLedgers.Settings(_folder, saved))
                    ).Output
                );
        }
        finally
        {
            await saved.DropAsync();
            await restored.DropAsync();
        }
    }

    private Task<CommandLine.Ended> PostgreSqlAsync(string script, TestDatabase database, params string[] arguments)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.Connection);
        return ScriptAsync(
            script,
            arguments,
            new()
            {
                ["PGHOST"] = connection.Host!,
                ["PGPORT"] = $"{connection.Port}",
                ["PGUSER"] = connection.Username!,
                ["PGDATABASE"] = connection.Database!,
            }
        );
    }

    private Task<CommandLine.Ended> ScriptAsync(
        string script,
        string[] arguments,
        Dictionary<string, string> variables
    ) => CommandLine.RunOtherAsync(_folder, ["bash", Path.Combine(Deploy, "scripts", script), .. arguments], variables);

    /// <summary>The product's own instruments by their names in Prometheus, and those of the framework that may be asked for.</summary>
    private List<string> Instruments()
    {
        var names = new List<string> { "http_server_request_duration_seconds", "dotnet_process_" };
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == PipelineMetrics.Meter)
                names.Add(instrument.Name.Replace('.', '_'));
        };
        _ = api.Services.GetRequiredService<PipelineMetrics>();
        listener.Start();
        return names;
    }

    private static YamlMappingNode Yaml(string file)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Deploy, file))));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    /// <summary>The names of a service's settings, also of those that it takes over from another.</summary>
    private static IEnumerable<string> SettingsOf(YamlMappingNode service)
    {
        if (service.Children.TryGetValue("environment", out var settings))
            return ((YamlMappingNode)settings).Children.Keys.Select(name => $"{name}");
        return service.Children.TryGetValue("<<", out var merged) ? SettingsOf((YamlMappingNode)merged) : [];
    }

    [GeneratedRegex(@"\b(pipeline_[a-z]+_[a-z_]+|http_server_[a-z_]+|dotnet_[a-z_]+)")]
    private static partial Regex MetricName();

    [GeneratedRegex(@"^\s+- \./(?<path>[^:\s]+):", RegexOptions.Multiline)]
    private static partial Regex Mounted();
}
