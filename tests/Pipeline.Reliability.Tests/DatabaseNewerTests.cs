using Microsoft.Data.Sqlite;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Reliability.Tests;

/// <summary>A database that a later version migrated is left alone, in a sentence.</summary>
[SqliteOnly("What is written into the file's history is compared byte by byte.")]
public sealed class DatabaseNewerTests : IDisposable
{
    private const string Later = "20991231235959_LaterThanAll";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-newer-").FullName;

    private string Database => Path.Combine(_folder, "pipeline.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Neither_serving_nor_a_command_touches_it()
    {
        (await RunAsync("migrate")).ExitCode.Should().Be(0);
        Migrate();
        var before = await File.ReadAllBytesAsync(Database);

        // Serving last: a program that does not refuse would go on, and the test with it.
        string[][] all =
        [
            ["migrate"],
            ["verify-audit"],
            ["create-admin", "somebody@test.pipeline"],
            ["seed-demo"],
            ["export", "--portfolio", "P", "--out", "out.xlsx"],
            [],
            ["--demo"],
        ];
        foreach (var arguments in all)
        {
            var ended = await RunAsync(arguments);
            ended.ExitCode.Should().Be(1, string.Join(' ', arguments));
            ended
                .Error.Should()
                .StartWith("The database is newer than this program")
                .And.Contain(Later)
                .And.NotContain("   at ");
            ended.Error.Trim().Split('\n').Should().HaveCount(1);
        }
        (await File.ReadAllBytesAsync(Database)).Should().Equal(before);
        (await RunAsync("backup", Path.Combine(_folder, "copy.db"))).ExitCode.Should().Be(0, "a copy is always right");
    }

    [Fact]
    public async Task A_program_that_is_overtaken_while_it_serves_says_that_it_is_not_ready()
    {
        await using var served = await ServedProgram.StartAsync(_folder, ServedLedgers.Settings(_folder));
        Migrate();
        using var ready = await served.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        ((int)ready.StatusCode).Should().Be(503);
    }

    [Fact]
    public async Task What_only_adds_is_no_reason_to_end_and_none_not_to_start()
    {
        await using var served = await ServedProgram.StartAsync(_folder, ServedLedgers.Settings(_folder));
        Migrate($"{Later}Expand");
        using var ready = await served.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        ((int)ready.StatusCode).Should().Be(200);
        (await RunAsync("verify-audit")).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task A_server_that_is_away_ends_the_start_with_a_sentence()
    {
        foreach (var arguments in new string[][] { [], ["migrate"], ["verify-audit"] })
        {
            var ended = await RunAsync([
                .. arguments,
                "--Pipeline:Database:Provider=SqlServer",
                "--ConnectionStrings:Pipeline=Server=tcp:127.0.0.1,1;Connect Timeout=1;ConnectRetryCount=0",
            ]);
            ended.ExitCode.Should().Be(1);
            ended.Error.Should().StartWith("The database does not do what it should: ").And.NotContain("   at ");
        }
    }

    private void Migrate(string later = Later)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO __EFMigrationsHistory VALUES ('{later}', '99.0.0')";
        command.ExecuteNonQuery();
    }

    private Task<CommandLine.Ended> RunAsync(params string[] arguments) =>
        CommandLine.RunAsync(_folder, arguments, ServedLedgers.Settings(_folder));
}
