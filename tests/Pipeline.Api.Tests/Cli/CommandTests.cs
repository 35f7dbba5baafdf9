using System.Net;
using System.Net.Http.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;
using Pipeline.Api.Tests.Imports;

namespace Pipeline.Api.Tests.Cli;

/// <summary>The commands as the README gives them, each in a process of its own.</summary>
[SqliteOnly("Commands are run on the file that they make by themselves.")]
public sealed class CommandTests : IDisposable
{
    private static readonly string Indigo = RealFiles.PathOf(RealFiles.Indigo);
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_lifecycle_page_is_what_the_table_says()
    {
        var printed = await RunAsync("lifecycle");
        printed
            .Output.Should()
            .Be(
                await File.ReadAllTextAsync(Path.Combine(CommandLine.Root, "docs", "lifecycle.md")),
                "docs/lifecycle.md is generated: dotnet run --project src/Pipeline.Api --no-launch-profile -- lifecycle > docs/lifecycle.md"
            );
    }

    [Theory]
    [InlineData("There is no command 'exprot'; did you mean 'export'?", "exprot")]
    [InlineData("There is no command 'frobnicate'. There are ", "frobnicate")]
    [InlineData("There is no option --frobnicate here. There are ", "export", "--frobnicate", "--portfolio", "X")]
    [InlineData("--out is 'x.csv'; a workbook is written", "export", "--portfolio", "X", "--out", "x.csv")]
    [InlineData("Required argument 'FILE' missing", "import", "--portfolio", "X")]
    [InlineData("Option '--portfolio' is required", "import", "grants.csv")]
    [InlineData("There is no file grants.csv", "import", "grants.csv", "--portfolio", "X")]
    [InlineData("There is no portfolio 'X'", "export", "--portfolio", "X", "--out", "x.xlsx")]
    [InlineData("--as-of is 'soon'", "export", "--portfolio", "X", "--out", "x.xlsx", "--as-of", "soon")]
    [InlineData("--as-of is 'soon'", "export", "--portfolio=X", "--out=x.xlsx", "--as-of=soon")]
    [InlineData("'now' is not expected here", "create-admin", "a@b.org", "now")]
    [InlineData("There is no portfolio 'Y=Z'", "export", "--portfolio=Y=Z", "--out=x.xlsx")]
    [InlineData("Required argument missing for option: '--portfolio'", "import", "grants.csv", "--portfolio=")]
    [InlineData("--portfolio needs a value behind it", "import", "grants.csv", "--portfolio", "--dry-run")]
    [InlineData(
        "Option '--portfolio' expects a single argument but 2 were provided",
        "import",
        "grants.csv",
        "--portfolio",
        "X",
        "--portfolio=Y"
    )]
    [InlineData(
        "'perhaps' is not expected here; --dry-run takes true or false",
        "import",
        "grants.csv",
        "--portfolio",
        "X",
        "--dry-run=perhaps"
    )]
    [InlineData(
        "There is no option --dry-rnu here; did you mean --dry-run?",
        "import",
        "grants.csv",
        "--portfolio",
        "X",
        "--dry-rnu"
    )]
    [InlineData(
        "There is no option --dry-rnu here; did you mean --dry-run?",
        "import",
        "g.csv",
        "--portfolio",
        "X",
        "--dry-rnu=true"
    )]
    [InlineData(
        "There is no option --dry-rnu here; did you mean --dry-run?",
        "import",
        "--dry-rnu",
        "--portfolio",
        "X"
    )]
    [InlineData(
        "--on-error is 'maybe'; it takes refuse or skip",
        "import",
        "g.csv",
        "--portfolio=X",
        "--on-error=maybe"
    )]
    [InlineData("--lang is 'de'; it takes en or fr", "export", "--portfolio=X", "--out=x.xlsx", "--lang", "de")]
    [InlineData("There is no option --out here", "lifecycle", "--out=x.xlsx")]
    [InlineData("There is no option --now here", "migrate", "--now")]
    [InlineData("'twice' is not expected here", "seed-demo", "twice")]
    [InlineData("There is no option --dmeo here; did you mean --demo?", "--dmeo")]
    [InlineData("There is no option --Pipelin:Proxies here", "--Pipelin:Proxies=10.0.0.1")]
    [InlineData("--urls needs a value behind it", "--demo", "--urls")]
    [InlineData("Pipeline:Database:Provider is 'Oracle'", "migrate", "--Pipeline:Database:Provider=Oracle")]
    [InlineData("SQL Server needs ConnectionStrings:Pipeline", "migrate", "--Pipeline:Database:Provider=SqlServer")]
    public async Task What_cannot_be_done_is_said_in_a_sentence(string sentence, params string[] arguments)
    {
        var ended = await RunAsync(arguments);
        ended.ExitCode.Should().Be(1);
        ended.Error.Should().Contain(sentence).And.NotContain("   at ");
        File.Exists(Path.Combine(_folder, "x.xlsx")).Should().BeFalse();
    }

    [Fact]
    public async Task A_flag_that_says_true_or_false_means_it()
    {
        var grants = RealFiles.PathOf(Path.Combine("cases", "dry-run-equals.csv"));
        (await RunAsync("seed-demo")).ExitCode.Should().Be(0);

        var wrong = Path.Combine(_folder, "wrong.csv");
        await File.WriteAllTextAsync(wrong, (await File.ReadAllTextAsync(grants)).Replace("1000", "much"));
        var refused = await RunAsync("import", wrong, "--portfolio=DEMO", "--dry-run");
        (refused.ExitCode, refused.Error)
            .Should()
            .Be((1, "Nothing would be imported: mend the errors and run it again.\n"));
        var skipped = await RunAsync("import", wrong, "--portfolio", "DEMO", "--on-error", "skip");
        skipped.ExitCode.Should().Be(0, "what is to be skipped is no failure");
        skipped
            .Output.Should()
            .Contain("1 row read: 0 created, 0 updated, 0 unchanged, 1 rejected.")
            .And.MatchRegex(
                "the page /imports\\?import=[0-9a-f-]{36}, or from GET /api/v1/imports/[0-9a-f-]{36}/rejected.csv"
            );
        await File.WriteAllTextAsync(wrong, "Purpose;How much\nBenches;1000\n");
        var unread = await RunAsync("import", wrong, "--portfolio", "DEMO", "--on-error", "skip", "--dry-run");
        (unread.ExitCode, unread.Error)
            .Should()
            .Be((1, "Nothing would be imported: mend the errors and run it again.\n"), "no row of it can be skipped");

        foreach (var dry in new[] { "--dry-run=true", "--dry-run=True", "--dry-run" })
            (await RunAsync("import", grants, "--portfolio=DEMO", dry))
                .Output.Should()
                .Contain("Dry run, nothing written. 1 row read: 1 created");
        (await RunAsync("import", "--dry-run=false", grants, "--portfolio=DEMO"))
            .Output.Should()
            .NotContain("Dry run")
            .And.Contain("1 row read: 1 created");
    }

    [Fact]
    public async Task Help_says_what_there_is_and_touches_nothing()
    {
        var help = await RunAsync("--help");
        (help.ExitCode, help.Error).Should().Be((0, ""));
        help.Output.Should().Contain("import <FILE>").And.Contain("--demo");
        Directory.EnumerateFileSystemEntries(_folder).Should().BeEmpty();
    }

    [Fact]
    public async Task A_command_says_what_it_takes_and_the_program_which_version_it_is()
    {
        (await RunAsync("import", "--help"))
            .Output.Should()
            .Contain("--portfolio <CODE> (REQUIRED)")
            .And.Contain("--on-error <refuse|skip>");
        (await RunAsync("--version")).Output.Trim().Should().MatchRegex("^[0-9]+[.][0-9]+[.][0-9]+");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_as_it_is()
    {
        var path = Path.Combine(_folder, "pipeline.db");
        await File.WriteAllTextAsync(path, "These are my notes.");
        var ended = await RunAsync("migrate");
        ended.ExitCode.Should().Be(1);
        ended.Error.Should().Contain("not a database");
        (await File.ReadAllTextAsync(path)).Should().Be("These are my notes.");
    }

    [Fact]
    public async Task A_real_file_goes_in_once_and_comes_out_as_a_workbook()
    {
        Assert.True(File.Exists(Indigo), $"The test needs {Indigo}.");
        await using (var server = await Server.StartAsync(_folder))
        {
            var organisation = await server.PostAsync(
                "organisations",
                new { name = "The Indigo Trust", actorProfile = "foundation" }
            );
            await server.PostAsync(
                "portfolios",
                new
                {
                    code = "INDIGO",
                    name = "Indigo",
                    organisationId = organisation,
                    currency = "GBP",
                }
            );
        }

        var dry = await RunAsync("import", Indigo, "--portfolio", "INDIGO", "--dry-run");
        dry.Output.Should()
            .Contain("Dry run, nothing written. 269 rows read: 269 created, 0 updated, 0 unchanged, 0 rejected.")
            .And.Contain("8053545.40 GBP");
        var first = await RunAsync("import", Indigo, "--portfolio", "INDIGO");
        first
            .Output.Should()
            .Contain("269 rows read: 269 created, 0 updated, 0 unchanged, 0 rejected.")
            .And.Contain("8053545.40 GBP");
        var second = await RunAsync("import", Indigo, "--portfolio", "INDIGO");
        second.Output.Should().Contain("0 created, 0 updated, 269 unchanged, 0 rejected.");
        new[] { dry.ExitCode, first.ExitCode, second.ExitCode }.Should().Equal(0, 0, 0);

        (
            await RunAsync(
                "export",
                "--portfolio",
                "INDIGO",
                "--out",
                "indigo.xlsx",
                "--lang",
                "fr",
                "--as-of=2014-12-31"
            )
        )
            .ExitCode.Should()
            .Be(0);
        using var book = SpreadsheetDocument.Open(Path.Combine(_folder, "indigo.xlsx"), false);
        book.WorkbookPart!.Workbook.Descendants<Sheet>()
            .Select(s => s.Name!.Value)
            .Should()
            .Equal(
                "Synthèse",
                "Projets",
                "Passages",
                "Plan",
                "Engagements",
                "Versements",
                "Ratios",
                "Évaluations",
                "Définitions"
            );
        using var read = Book.Open(await File.ReadAllBytesAsync(Path.Combine(_folder, "indigo.xlsx")));
        read.Cells("Définitions").Select(read.TextOf).Should().Contain("2014-12-31", "of the day that was asked for");
    }

    [Fact]
    public async Task It_serves_again_after_it_was_killed()
    {
        await using (var server = await Server.StartAsync(_folder))
        {
            await server.PostAsync("organisations", new { name = "Kept", actorProfile = "association" });
            server.Kill();
        }
        await using var again = await Server.StartAsync(_folder);
        (await again.GetAsync("/api/v1/organisations?q=kept")).Should().Contain("\"totalItems\":1");
        (await again.GetAsync("/docs/index.html")).Should().Contain("Pipeline");
    }

    [Fact]
    public async Task The_demonstration_prints_what_a_newcomer_needs_and_is_made_once()
    {
        await using (var server = await Server.StartAsync(_folder, "--demo"))
        {
            await server.UntilPrintedAsync("demo.xlsx");
            server
                .Printed.Should()
                .Contain(server.Address)
                .And.Contain("manager@demo.pipeline")
                .And.Contain("for demonstration only");
            server.Printed.Split('\n').Count(line => line.Contains("curl -s", StringComparison.Ordinal)).Should().Be(3);
        }
        var again = await RunAsync("seed-demo");
        (again.ExitCode, again.Output.Trim()).Should().Be((0, "The demonstration is there already: nothing changed."));
    }

    private Task<CommandLine.Ended> RunAsync(params string[] arguments) => CommandLine.RunAsync(_folder, arguments);

    /// <summary>The program serving at a free port, ended with the test.</summary>
    private sealed class Server : IAsyncDisposable
    {
        private const string Email = "admin@test.pipeline",
            Password = "correct horse battery staple";
        private readonly System.Diagnostics.Process _process;
        private readonly HttpClient _http;
        private readonly System.Text.StringBuilder _printed = new();

        private Server(System.Diagnostics.Process process, string address)
        {
            (_process, Address, _http) = (process, address, new HttpClient { BaseAddress = new(address) });
            process.OutputDataReceived += (_, line) =>
            {
                lock (_printed)
                    _printed.AppendLine(line.Data);
            };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        public string Address { get; }

        public string Printed
        {
            get
            {
                lock (_printed)
                    return _printed.ToString();
            }
        }

        public static async Task<Server> StartAsync(string folder, params string[] arguments)
        {
            var address = $"http://127.0.0.1:{FreePort()}";
            var server = new Server(
                CommandLine.Start(
                    folder,
                    [.. arguments, $"--Urls={address}"],
                    new Dictionary<string, string>
                    {
                        ["PIPELINE_ADMIN_EMAIL"] = Email,
                        ["PIPELINE_ADMIN_PASSWORD"] = Password,
                        ["Pipeline__Keys__Folder"] = Path.Combine(folder, "keys"),
                    }
                ),
                address
            );
            await server.UntilAsync(server.IsReadyAsync);
            return server;
        }

        public Task UntilPrintedAsync(string text) =>
            UntilAsync(() => Task.FromResult(Printed.Contains(text, StringComparison.Ordinal)));

        public async Task<Guid> PostAsync(string path, object body)
        {
            await SignInAsync();
            using var answer = await _http.PostAsJsonAsync($"/api/v1/{path}", body);
            return (await Reply.ReadAsync(answer)).ShouldBe(201).Id("id");
        }

        public async Task<string> GetAsync(string path)
        {
            await SignInAsync();
            return await _http.GetStringAsync(new Uri(path, UriKind.Relative));
        }

        public void Kill() => _process.Kill();

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        private async Task SignInAsync()
        {
            if (_http.DefaultRequestHeaders.Authorization is not null)
                return;
            using var answer = await _http.PostAsJsonAsync(
                "/api/v1/auth/login",
                new { email = Email, password = Password }
            );
            _http.DefaultRequestHeaders.Authorization = new(
                "Bearer",
                (await Reply.ReadAsync(answer)).ShouldBe(200).Text("accessToken")
            );
        }

        private async Task<bool> IsReadyAsync()
        {
            try
            {
                using var answer = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return answer.StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }

        private async Task UntilAsync(Func<Task<bool>> holds)
        {
            for (var i = 0; i < 600 && !await holds(); i++)
            {
                _process.HasExited.Should().BeFalse("it should serve; it printed {0}", Printed);
                await Task.Delay(100);
            }
            (await holds()).Should().BeTrue("it printed {0}", Printed);
        }

        private static int FreePort()
        {
            using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
