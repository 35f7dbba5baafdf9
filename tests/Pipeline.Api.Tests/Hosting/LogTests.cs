using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>The log of a whole run, as the service manager keeps it: readable by programs, and without anything that is nobody's business.</summary>
[SqliteOnly("The program that prints has the file that it makes by itself.")]
public sealed class LogTests : IAsyncLifetime
{
    private const string Administrator = "chief@secret-address.example",
        Password = "chief-secret-password",
        Colleague = "colleague@secret-address.example",
        ColleaguePassword = "colleague-secret-password",
        Guess = "guessed-secret-password",
        Searched = "searchedfor";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-log-").FullName;
    private readonly List<string> _secrets =
    [
        Administrator,
        Password,
        Colleague,
        ColleaguePassword,
        Guess,
        Searched,
        "secret-address",
        "demande.secrete",
        "forged-secret-token",
    ];
    private string _failedTrace = "",
        _output = "",
        _error = "";

    public async Task InitializeAsync()
    {
        await using var served = await ServedProgram.StartAsync(
            _folder,
            new Dictionary<string, string>
            {
                ["PIPELINE_ADMIN_EMAIL"] = Administrator,
                ["PIPELINE_ADMIN_PASSWORD"] = Password,
                ["Pipeline__Keys__Folder"] = Path.Combine(_folder, "keys"),
            }
        );
        await RunAsync(served.Http);
        served.Terminate();
        (await served.EndAsync()).Should().Be(0);
        (_output, _error) = (served.Output, served.Error);
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public void No_secret_and_nobodys_address_is_in_the_log()
    {
        _output.Should().Contain("/api/v1/auth/login", "the run is in the log");
        foreach (var secret in _secrets)
            (_output + _error).Should().NotContainEquivalentOf(secret);
    }

    [Fact]
    public void Every_line_is_an_object_of_its_own()
    {
        var lines = _output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        lines.Should().NotBeEmpty().And.OnlyContain(line => JsonNode.Parse(line, null, default) is JsonObject);
        _error.Trim().Should().BeEmpty();
    }

    [Fact]
    public void A_failure_of_ours_is_found_by_the_id_that_its_caller_got()
    {
        _failedTrace.Should().MatchRegex("^[0-9a-f]{32}$");
        var lines = _output.Split('\n').Where(line => line.Contains(_failedTrace, StringComparison.Ordinal)).ToList();
        lines
            .Should()
            .Contain(line =>
                line.Contains("Unexpected failure on GET /api/v1/organisations", StringComparison.Ordinal)
                && line.Contains("SqliteException", StringComparison.Ordinal)
            );
        lines.Should().Contain(line => line.Contains("answered 500", StringComparison.Ordinal));
    }

    private async Task RunAsync(HttpClient http)
    {
        await LoginAsync(http, Administrator, Guess);
        await LoginAsync(http, "demande.secrete@nowhere.example", Guess);
        await LoginAsync(http, Administrator, Password);
        await PostAsync(
            http,
            "users",
            new
            {
                email = Colleague,
                name = "Colleague",
                password = ColleaguePassword,
            }
        );
        await PostAsync(
            http,
            "users",
            new
            {
                email = Colleague,
                name = "Colleague",
                password = ColleaguePassword,
            }
        );
        await PostAsync(
            http,
            "users",
            new
            {
                email = $"{Colleague} is no address",
                name = "Colleague",
                password = "short",
            }
        );
        using (var made = await http.PostAsync("/api/v1/me/calendar", null))
        {
            var calendar = new Uri((await Reply.ReadAsync(made)).ShouldBe(201).Text("url")).AbsolutePath;
            _secrets.Add(calendar.Split('/')[^1].Split('.')[0]);
            (await http.GetStringAsync(calendar)).Should().Contain("BEGIN:VCALENDAR");
        }
        await PostAsync(http, "auth/refresh", new { refreshToken = "forged-secret-token" });
        for (var i = 0; i < 11; i++)
            await LoginAsync(http, Colleague, Guess);
        foreach (
            var path in new[]
            {
                $"projects?q={Searched}",
                $"organisations?q={Searched}&page=0",
                $"nothing?email={Colleague}",
            }
        )
            using (await http.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative))) { }
        using (
            var file = new MultipartFormDataContent
            {
                { new StringContent($"Identifier\n{Colleague}\n"), "file", $"{Searched}.csv" },
            }
        )
        using (
            await http.PostAsync(
                new Uri("/api/v1/imports?portfolioId=01989c3e-7a10-7c21-9b5e-0d6f4a2b8c11", UriKind.Relative),
                file
            )
        ) { }

        // Something that is ours to mend: the table is gone.
        await using (
            var database = new SqliteConnection($"Data Source={Path.Combine(_folder, "pipeline.db")};Pooling=False")
        )
        {
            await database.OpenAsync();
            using var command = database.CreateCommand();
            command.CommandText = "PRAGMA foreign_keys=OFF; ALTER TABLE Organisations RENAME TO Gone;";
            await command.ExecuteNonQueryAsync();
        }
        using var failed = await http.GetAsync(new Uri($"/api/v1/organisations?q={Searched}", UriKind.Relative));
        _failedTrace = (await Reply.ReadAsync(failed)).ShouldBeProblem(500, "internal_error").Text("traceId");
    }

    private async Task LoginAsync(HttpClient http, string email, string password)
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/auth/login", new { email, password });
        var reply = await Reply.ReadAsync(answer);
        if (reply.Status != 200)
            return;
        _secrets.AddRange([reply.Text("accessToken"), reply.Text("refreshToken")]);
        http.DefaultRequestHeaders.Authorization = new("Bearer", reply.Text("accessToken"));
    }

    private static async Task PostAsync(HttpClient http, string path, object body)
    {
        using var answer = await http.PostAsJsonAsync($"/api/v1/{path}", body);
        ((int)answer.StatusCode).Should().BeLessThan(500);
    }
}
