using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Reliability.Tests;

/// <summary>
/// The database fails under the served program and comes back: one clear refusal for each write, nothing damaged, and service again without a
/// restart as soon as the cause is gone.
/// </summary>
[SqliteOnly("The file is moved away, filled and locked under the program.")]
public sealed class DatabaseFailureTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("pipeline-away-").FullName;

    private string Folder => Path.Combine(_root, "data");

    private string Database => Path.Combine(Folder, "pipeline.db");

    public DatabaseFailureTests() => Directory.CreateDirectory(Folder);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    /// <summary>As when a volume is gone: what was open may not go on being written where nobody finds it.</summary>
    [Theory]
    [InlineData("True")]
    [InlineData("False")]
    public async Task A_database_that_is_moved_away_and_comes_back(string pooling)
    {
        await using var served = await ServeAsync([], pooling);
        var client = await SignInAsync(served);
        await WriteAsync(client, "Before", 201);

        Directory.Move(Folder, $"{Folder}-gone");
        await ShouldBeUnavailableAsync(client, "While it is away");
        (await client.GetAsync("projects")).ShouldBeProblem(503, "database_unavailable");
        (await StatusAsync(served, "/health/ready"), await StatusAsync(served, "/health/live")).Should().Be((503, 200));
        Directory.Exists(Folder).Should().BeFalse();

        // The folder alone comes back first, as an empty mount point: no new database is begun in it.
        Directory.CreateDirectory(Folder);
        await ShouldBeUnavailableAsync(client, "While its folder is empty");
        Directory.EnumerateFileSystemEntries(Folder).Should().BeEmpty();
        Directory.Delete(Folder);

        Directory.Move($"{Folder}-gone", Folder);
        await WriteAsync(client, "After", 201);
        await ShouldHoldAsync(client, "Before", "After");
        (await StatusAsync(served, "/health/ready")).Should().Be(200);
    }

    /// <summary>
    /// The kernel refuses to let a file grow (a limit of the process; it needs no rights and binds root too), as a full disk or a quota does. What
    /// SQLite itself calls full is seen in <see cref="DatabaseTroubleTests"/>.
    /// </summary>
    [Fact]
    public async Task No_room_on_the_disk()
    {
        if (!OperatingSystem.IsLinux())
            return;
        // The kernel's signal would end the process; a full disk sends none.
        await using var served = await ServeAsync(["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh"], "True");
        var client = await SignInAsync(served);
        await WriteAsync(client, "Before", 201);

        // In the middle of the log's first page: the write begins and is not finished.
        await GrowAsync(served, "3000");
        var key = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        await ShouldBeUnavailableAsync(client, "While it is full", key);
        await ShouldBeUnavailableAsync(client, "While it is full, without a key");
        (await client.GetAsync("organisations")).ShouldBe(200);
        (await StatusAsync(served, "/health/live")).Should().Be(200);
        served
            .Output.Split('\n')
            .Count(line =>
                line.Contains("The database is", StringComparison.Ordinal)
                && line.Contains("\"Error\"", StringComparison.Ordinal)
            )
            .Should()
            .Be(4, "each failure is logged once");

        await GrowAsync(served, "unlimited");
        (await client.PostAsync("organisations", Organisation("While it is full"), key: key))
            .ShouldBe(201)
            .Replayed.Should()
            .BeFalse("a failure of ours is no first answer");
        await WriteAsync(client, "After", 201);
        await ShouldHoldAsync(client, "Before", "While it is full", "After");
    }

    /// <summary>
    /// The file's permissions forbid writing. They bind root only without the right to pass over them, so that the program is started without it
    /// where the tests run as root. Connections are not pooled: one that is open already may write on, as Unix has it.
    /// </summary>
    [Fact]
    public async Task A_read_only_file()
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using var served = await ServeAsync(
            Environment.IsPrivilegedProcess
                ?
                [
                    "setpriv",
                    "--bounding-set=-dac_override,-dac_read_search",
                    "--inh-caps=-dac_override,-dac_read_search",
                ]
                : [],
            "False"
        );
        var client = await SignInAsync(served);
        await WriteAsync(client, "Before", 201);

        File.SetUnixFileMode(Database, UnixFileMode.UserRead);
        await ShouldBeUnavailableAsync(
            client,
            "While it is read-only",
            Guid.CreateVersion7(TimeProvider.System.GetUtcNow())
        );
        await ShouldBeUnavailableAsync(client, "While it is read-only");
        (await client.GetAsync("organisations"))
            .ShouldBe(200)
            .Text("items.0.name")
            .Should()
            .Be("Before", "what is there is read");

        // What SQLite made beside it meanwhile has the permissions that it had.
        foreach (var file in Directory.EnumerateFiles(Folder))
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await WriteAsync(client, "After", 201);
        await ShouldHoldAsync(client, "Before", "After");
    }

    /// <summary>Another process writes, for longer than anybody waits: whoever waits at SQLite's lock is told why, and whoever waits behind them as well.</summary>
    [Fact]
    public async Task A_file_that_another_process_writes_for_long()
    {
        await using var served = await ServeAsync([], "True");
        var client = await SignInAsync(served);
        await using (var other = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await other.OpenAsync();
            await using var writing = other.BeginTransaction(deferred: false);

            var answers = await Task.WhenAll(
                Enumerable.Range(0, 4).Select(i => client.PostAsync("organisations", Organisation($"Meanwhile {i}")))
            );

            answers.Should().AllSatisfy(a => a.ShouldBeProblem(503, "database_unavailable"));
            answers.Should().AllSatisfy(a => a.Text("detail").Should().Contain("busy"));
        }
        await WriteAsync(client, "After", 201);
        await ShouldHoldAsync(client, "After");
    }

    private Task<ServedProgram> ServeAsync(string[] through, string pooling) =>
        ServedProgram.StartThroughAsync(through, _root, Settings(pooling));

    private Dictionary<string, string> Settings(string pooling) =>
        new(ServedLedgers.Settings(_root))
        {
            ["ConnectionStrings__Pipeline"] = $"Data Source={Database};Pooling={pooling}",
        };

    private static async Task<Client> SignInAsync(ServedProgram served)
    {
        var client = new Client(served.Http);
        await client.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
        return client;
    }

    private static async Task GrowAsync(ServedProgram served, string limit)
    {
        using var process = Process.Start("prlimit", ["--pid", $"{served.Process.Id}", $"--fsize={limit}:"])!;
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
    }

    private static object Organisation(string name) => new { name, actorProfile = "association" };

    private static async Task WriteAsync(Client client, string name, int status) =>
        (await client.PostAsync("organisations", Organisation(name))).ShouldBe(status);

    private static async Task ShouldBeUnavailableAsync(Client client, string name, Guid? key = null)
    {
        (await client.PostAsync("organisations", Organisation(name), key: key)).ShouldBeProblem(
            503,
            "database_unavailable"
        );
        using var answer = await client.Http.PostAsync(
            new Uri("/api/v1/organisations", UriKind.Relative),
            new StringContent("""{ "name": "x", "actorProfile": "association" }""", null, "application/json")
        );
        ((int)answer.StatusCode).Should().Be(503);
        int.Parse(answer.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture).Should().BePositive();
    }

    private static async Task<int> StatusAsync(ServedProgram served, string path)
    {
        // As a probe asks: without a token.
        using var probe = new HttpClient { BaseAddress = served.Address };
        using var answer = await probe.GetAsync(new Uri(path, UriKind.Relative));
        return (int)answer.StatusCode;
    }

    // Exactly these, in a file that is sound, with an audit that holds.
    private async Task ShouldHoldAsync(Client client, params string[] names)
    {
        (await client.GetAsync("organisations"))
            .ShouldBe(200)
            .Items()
            .Select(o => o["name"]!.GetValue<string>())
            .Should()
            .BeEquivalentTo(names);
        (await client.GetAsync("audit/verify")).ShouldBe(200).Flag("valid").Should().BeTrue();
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check";
        command.ExecuteScalar().Should().Be("ok");
    }
}
