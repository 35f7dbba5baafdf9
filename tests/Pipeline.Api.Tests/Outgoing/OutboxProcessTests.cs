using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Outgoing;

/// <summary>Real processes on one database: killed, started again, and two at once.</summary>
public sealed class OutboxProcessTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-tests-").FullName;
    private readonly TestDatabase _database;

    public OutboxProcessTests() => _database = TestDatabase.In(_folder);

    public Task InitializeAsync() => _database.CreateAsync();

    public async Task DisposeAsync()
    {
        await _database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_reset_that_was_asked_for_outlives_the_process()
    {
        var settings = Settings();
        string before;
        await using (var served = await ServedProgram.StartAsync(_folder, settings))
        {
            // As another process left them: committed, and held by a worker that was killed.
            Execute(_database.IsFile ? HoldInFile : HoldOnServer);
            (
                await new Client(served.Http).PostAsync(
                    "auth/password-reset",
                    new { email = ServedLedgers.AdministratorEmail }
                )
            ).ShouldBe(202);
            served.Process.Kill();
            await served.EndAsync();
            before = served.Output;
        }
        before.Should().NotContain("password-reset#");
        Execute(_database.IsFile ? "DROP TRIGGER held" : "DROP TRIGGER held ON \"Outbox\"");
        Count("\"IsPersonal\"").Should().Be(1);
        await using var again = await ServedProgram.StartAsync(_folder, settings);
        await UntilAsync(() => again.Output.Contains("password-reset#", StringComparison.Ordinal), again);
        await UntilAsync(() => Count("\"IsPersonal\"") == 0, again);
    }

    [Fact]
    public async Task What_a_killed_process_committed_is_delivered_after_its_restart()
    {
        var settings = Settings();
        int written;
        await using (var served = await ServedProgram.StartAsync(_folder, settings))
        {
            var client = new Client(served.Http);
            await client.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
            var ledgers = await ServedLedgers.OpenAsync(client);
            for (var i = 0; i < 20; i++)
                await ledgers.ProjectAsync($"P-{i}");
            served.Process.Kill();
            await served.EndAsync();
            written = Count("\"Type\" = 'project.created'");
        }
        written.Should().Be(20);
        // Whatever it had delivered by then, these it had not: one waits, one it held.
        Execute(
            """UPDATE "Outbox" SET "Status" = 1, "Attempts" = 0 WHERE "Sequence" IN (SELECT MAX("Sequence") FROM "Outbox")"""
        );
        Execute(
            $"""
            UPDATE "Outbox" SET "Status" = 1, "LeaseId" = "Id", "LeasedUntil" = '{In(2)}'
            WHERE "Sequence" IN (SELECT MIN("Sequence") FROM "Outbox")
            """
        );
        await using var again = await ServedProgram.StartAsync(_folder, settings);
        await UntilAsync(() => Count("\"Status\" = 2") == written, again);
    }

    [Fact]
    public async Task Two_processes_on_one_database_deliver_each_event_once()
    {
        var settings = Settings();
        await using var one = await ServedProgram.StartAsync(_folder, settings);
        await using var other = await ServedProgram.StartAsync(_folder, settings);
        var client = new Client(one.Http);
        await client.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
        var ledgers = await ServedLedgers.OpenAsync(client);
        var second = new Client(other.Http);
        other.Http.DefaultRequestHeaders.Authorization = one.Http.DefaultRequestHeaders.Authorization;
        for (var i = 0; i < 40; i++)
            (await (i % 2 == 0 ? client : second).PostAsync("projects", ledgers.Project($"P-{i}"))).ShouldBe(201);
        await UntilAsync(() => Count("\"Status\" = 2") == 40, one);
        Count("\"Attempts\" = 1").Should().Be(40);
    }

    [Fact]
    [SqliteOnly("A statement that never ends holds the file for as long as its process lives, and not on a server.")]
    public async Task What_kills_each_process_that_holds_it_alone_is_given_up_and_lets_others_pass()
    {
        var settings = Settings();
        settings["Pipeline__Outbox__LeaseSeconds"] = "6";
        settings["Pipeline__Webhooks__TimeoutSeconds"] = "2";
        Guid deadly;
        await using (var served = await ServedProgram.StartAsync(_folder, settings))
        {
            var client = new Client(served.Http);
            await client.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
            var ledgers = await ServedLedgers.OpenAsync(client);
            deadly = await ledgers.ProjectAsync("P-1");
            await UntilAsync(() => Count("\"Status\" = 2") == 1, served);
            // Whoever notes that the next one was delivered does so for ever.
            Execute(
                """
                CREATE TRIGGER deadly BEFORE UPDATE ON "Outbox" WHEN NEW."Status" = 2 AND NEW."Type" = 'commitment.agreed' BEGIN
                    SELECT 1 WHERE EXISTS (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0);
                END
                """
            );
            await ledgers.CommitmentAsync(deadly);
            await KillOverItAsync(served);
        }
        await using (var served = await ServedProgram.StartAsync(_folder, settings))
        {
            await UntilAsync(() => Count("\"LeasesLost\" = 1") == 1, served);
            await KillOverItAsync(served);
        }
        // As after six attempts, each of which ended so.
        Execute("""UPDATE "Outbox" SET "Attempts" = 7 WHERE "LeasesLost" = 1""");
        await using var last = await ServedProgram.StartAsync(_folder, settings);
        await UntilAsync(() => Count("\"Status\" = 3") == 1, last);
        await UntilAsync(
            () =>
                last.Output.Contains("commitment.agreed", StringComparison.Ordinal)
                && last.Output.Contains("is given up: its worker ended", StringComparison.Ordinal),
            last
        );
        await last.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
        (await new Client(last.Http).GetAsync("admin/health")).ShouldBe(200).Number("events.failed").Should().Be(1);

        async Task KillOverItAsync(ServedProgram served)
        {
            await UntilAsync(() => Count($"\"LeasedUntil\" > '{In(0)}'") == 1, served);
            served.Process.Kill();
            await served.EndAsync();
        }
    }

    private Dictionary<string, string> Settings() =>
        new(ServedLedgers.Settings(_folder, _database))
        {
            ["Logging__LogLevel__Pipeline.Links"] = "Information",
            ["Pipeline__Outbox__LeaseSeconds"] = "30",
        };

    private static async Task UntilAsync(Func<bool> met, ServedProgram served)
    {
        for (var i = 0; i < 600 && !met(); i++)
            await Task.Delay(100);
        met().Should().BeTrue("it should be delivered; the program printed {0}{1}", served.Output, served.Error);
    }

    private int Count(string which) =>
        Convert.ToInt32(
            Execute($"SELECT COUNT(*) FROM \"Outbox\" WHERE {which}"),
            System.Globalization.CultureInfo.InvariantCulture
        );

    private object? Execute(string sql)
    {
        using var db = _database.Open();
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    // What names a person is held as soon as it is written.
    private static string HoldInFile =>
        $"""
            CREATE TRIGGER held AFTER INSERT ON "Outbox" WHEN NEW."IsPersonal" BEGIN
                UPDATE "Outbox" SET "LeaseId" = NEW."Id", "Attempts" = 1, "LeasedUntil" = '{In(
                20
            )}' WHERE "Sequence" = NEW."Sequence";
            END
            """;

    private static string HoldOnServer =>
        $"""
            CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                NEW."LeaseId" := NEW."Id"; NEW."Attempts" := 1; NEW."LeasedUntil" := '{In(20)}+00'; RETURN NEW;
            END $$;
            CREATE TRIGGER held BEFORE INSERT ON "Outbox" FOR EACH ROW WHEN (NEW."IsPersonal") EXECUTE FUNCTION hold();
            """;

    private static string In(int seconds) =>
        $"{TimeProvider.System.GetUtcNow().AddSeconds(seconds):yyyy-MM-dd HH:mm:ss}";
}
