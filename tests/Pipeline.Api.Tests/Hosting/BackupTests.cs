using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>A backup that is made while people write.</summary>
[SqliteOnly("A server makes its own backups.")]
public sealed class BackupTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-backup-").FullName;

    private string Target => Path.Combine(_folder, "copy.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_holds_whatever_was_acknowledged_before_it_began_and_can_be_served()
    {
        var acknowledged = new List<string>();
        List<string> before;
        await using (var served = await ServedProgram.StartAsync(_folder, Settings()))
        {
            await served.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
            using var enough = new CancellationTokenSource();
            var writers = Enumerable
                .Range(0, 3)
                .Select(writer => WriteAsync(served, writer, acknowledged, enough.Token))
                .ToList();
            while (Count(acknowledged) < 30)
                await Task.Delay(20);
            lock (acknowledged)
                before = [.. acknowledged];
            var ended = await CommandLine.RunAsync(_folder, ["backup", Target], Settings());
            (ended.ExitCode, ended.Error).Should().Be((0, ""));
            ended.Output.Should().Contain("checked");
            var after = Count(acknowledged);
            while (Count(acknowledged) < after + 10)
                await Task.Delay(20);
            await enough.CancelAsync();
            await Task.WhenAll(writers);
        }
        Count(acknowledged).Should().BeGreaterThan(before.Count, "people wrote on meanwhile");

        Directory.EnumerateFiles(_folder, "copy.db*").Should().Equal([Target], "one file, and nothing left beside it");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Target).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Names().Should().Contain(before);

        await using var restored = await ServedProgram.StartAsync(
            _folder,
            Settings(),
            $"--ConnectionStrings:Pipeline=Data Source={Target}"
        );
        await restored.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
        using var answer = await restored.Http.GetAsync(new Uri("/api/v1/organisations", UriKind.Relative));
        (await Reply.ReadAsync(answer))
            .ShouldBe(200)
            .Number("totalItems")
            .Should()
            .BeGreaterThanOrEqualTo(before.Count);
    }

    [Fact]
    public async Task A_file_that_is_there_stays_unless_it_is_to_be_replaced()
    {
        (await RunAsync("migrate")).ExitCode.Should().Be(0);
        await File.WriteAllTextAsync(Target, "mine");
        var refused = await RunAsync("backup", Target);
        (refused.ExitCode, refused.Error)
            .Should()
            .Be((1, $"{Target} exists already: choose another name, or say --force.{Environment.NewLine}"));
        (await File.ReadAllTextAsync(Target)).Should().Be("mine");

        (await RunAsync("backup", Target, "--force")).ExitCode.Should().Be(0);
        Names().Should().BeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_copied_is_said_in_a_sentence()
    {
        var nothing = await RunAsync("backup", Target);
        (nothing.ExitCode, nothing.Error).Should().Be((1, $"There is no database pipeline.db.{Environment.NewLine}"));

        await File.WriteAllTextAsync(
            Path.Combine(_folder, "pipeline.db"),
            "These are my notes, and they are long enough to be looked at."
        );
        (await RunAsync("backup", Target)).Error.Should().Contain("not a database");
        Directory.EnumerateFiles(_folder, "copy.db*").Should().BeEmpty();

        var server = await RunAsync(
            "backup",
            Target,
            "--Pipeline:Database:Provider=SqlServer",
            "--ConnectionStrings:Pipeline=Server=nowhere"
        );
        server.ExitCode.Should().Be(1);
        server.Error.Should().Contain("BACKUP DATABASE");
    }

    private static async Task WriteAsync(
        ServedProgram served,
        int writer,
        List<string> acknowledged,
        CancellationToken enough
    )
    {
        for (var i = 0; !enough.IsCancellationRequested; i++)
        {
            var name = $"Organisation {writer}-{i}";
            using var answer = await served.Http.PostAsJsonAsync(
                "/api/v1/organisations",
                new { name, actorProfile = "association" },
                CancellationToken.None
            );
            if ((int)answer.StatusCode == 201)
                lock (acknowledged)
                    acknowledged.Add(name);
        }
    }

    private static int Count(List<string> list)
    {
        lock (list)
            return list.Count;
    }

    private List<string> Names()
    {
        using var database = new SqliteConnection($"Data Source={Target};Mode=ReadOnly;Pooling=False");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = "SELECT Name FROM Organisations";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private Task<CommandLine.Ended> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(_folder, arguments, Settings());

    private Dictionary<string, string> Settings() =>
        new(PipelineApi.SettingsIn(_folder)) { ["Pipeline__Limits__RequestsPerMinute"] = "1000000" };
}
