using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Reliability.Tests;

/// <summary>
/// The first start makes the schema: by serving where the database is a file, by <c>migrate</c> on a server. Killed in the middle of it, the next one begins
/// again; of those that start together each finds one schema.
/// </summary>
public sealed class StartTests : IAsyncLifetime
{
    // Of sessions in the test's database: how many hold the migration's lock, how many wait within it.
    private const string Migrating =
            "SELECT COUNT(*) AS \"Value\" FROM pg_locks WHERE locktype = 'advisory' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        Waiting =
            "SELECT COUNT(*) AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%CREATE TABLE%'";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-start-").FullName;
    private readonly TestDatabase _database;

    public StartTests() => _database = TestDatabase.In(_folder);

    private string Journal => Path.Combine(_folder, "pipeline.db-journal");

    public Task InitializeAsync() => _database.MakeEmptyAsync();

    public async Task DisposeAsync()
    {
        await _database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_in_the_middle_of_its_migration_the_next_start_serves()
    {
        await using (var other = await HoldBackAsync())
        {
            using var process = Start();
            await UntilAsync(process, () => _database.IsFile ? HasBegunAsync() : IsThereAsync(Waiting));
            process.Kill();
            await process.WaitForExitAsync();
        }
        await using (var db = _database.Open())
            (await db.Database.GetPendingMigrationsAsync()).Should().NotBeEmpty("nothing of it stays");
        await ShouldServeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(60)]
    public async Task Killed_at_any_moment_of_its_migration_the_next_start_serves(int milliseconds)
    {
        using (var process = Start())
        {
            await UntilAsync(process, HasBegunAsync);
            await Task.Delay(milliseconds);
            process.Kill();
            await process.WaitForExitAsync();
        }
        await ShouldServeAsync();
    }

    [Fact]
    public async Task Two_that_start_together_both_serve()
    {
        if (!_database.IsFile)
            (await Task.WhenAll(MigrateAsync(), MigrateAsync(), MigrateAsync()))
                .Should()
                .AllSatisfy(ended => ended.ExitCode.Should().Be(0, ended.Error));
        Task<ServedProgram>[] both = [ServeAsync(), ServeAsync()];
        try
        {
            foreach (var served in both)
                await (await served).SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
        }
        finally
        {
            // Also the one that serves while the other does not.
            foreach (var served in both)
                if (await Task.WhenAny(served) is { IsCompletedSuccessfully: true })
                    await (await served).DisposeAsync();
        }
        await using var db = _database.Open();
        (await db.Database.GetPendingMigrationsAsync()).Should().BeEmpty();
        (await db.Users.CountAsync()).Should().Be(1, "the first administrator is made once");
    }

    private Process Start() =>
        CommandLine.Start(
            _folder,
            _database.IsFile ? [$"--Urls=http://127.0.0.1:{ServedProgram.FreePort()}"] : ["migrate"],
            ServedLedgers.Settings(_folder, _database)
        );

    private Task<CommandLine.Ended> MigrateAsync() =>
        CommandLine.RunAsync(_folder, ["migrate"], ServedLedgers.Settings(_folder, _database));

    private Task<ServedProgram> ServeAsync() =>
        ServedProgram.StartAsync(_folder, ServedLedgers.Settings(_folder, _database));

    private async Task ShouldServeAsync()
    {
        if (!_database.IsFile)
        {
            var ended = await MigrateAsync();
            ended.ExitCode.Should().Be(0, ended.Error);
        }
        await using var served = await ServeAsync();
        await served.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
    }

    // Who reads a file keeps the migration from its end, who makes one of its tables on a server keeps it from going on.
    private async Task<PipelineDbContext> HoldBackAsync()
    {
        if (_database.IsFile)
            await using (File.Create(Path.Combine(_folder, "pipeline.db"))) { }
        var db = _database.Open();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(
            _database.IsFile
                ? "BEGIN; SELECT COUNT(*) FROM sqlite_master"
                : "BEGIN; CREATE TABLE \"Transitions\" (\"Id\" int)"
        );
        return db;
    }

    private Task<bool> HasBegunAsync() =>
        _database.IsFile ? Task.FromResult(File.Exists(Journal)) : IsThereAsync(Migrating);

    private async Task<bool> IsThereAsync(string what)
    {
        await using var db = _database.Open();
        return await db.Database.SqlQueryRaw<long>(what).SingleAsync() > 0;
    }

    private static async Task UntilAsync(Process process, Func<Task<bool>> met)
    {
        while (!await met())
        {
            process
                .HasExited.Should()
                .BeFalse(
                    "it should migrate; it printed {0}",
                    process.HasExited ? await process.StandardError.ReadToEndAsync() : ""
                );
            await Task.Delay(1);
        }
    }
}
