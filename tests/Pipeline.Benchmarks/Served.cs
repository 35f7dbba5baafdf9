using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Pipeline.Benchmarks;

/// <summary>The product as people run it, a process of its own in its database's folder; or the yardsticks' server beside it.</summary>
internal sealed partial class Served : IAsyncDisposable
{
    public const string Administrator = "admin@bench.pipeline",
        Password = "correct horse battery staple",
        NoReminders = "--Pipeline:Reminders:Minutes=0";

    /// <summary>Where the product lies: beside the benchmark, or where it was published to.</summary>
    public static string Program { get; set; } = AppContext.BaseDirectory;

    private readonly Process _process;
    private Uri? _metrics;

    private Served(Process process, Uri address) =>
        (_process, Http) = (
            process,
            new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 })
            {
                BaseAddress = address,
                Timeout = TimeSpan.FromMinutes(10),
            }
        );

    public HttpClient Http { get; }

    /// <summary>From the start of the process to the first 200.</summary>
    public double StartMs { get; private set; }

    /// <summary>The largest working set so far, in megabytes, as the kernel saw it.</summary>
    public double PeakMb
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status")
                .First(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
                * 1024
                / 1e6;
        }
    }

    /// <summary>The processor time that the process has taken so far, in milliseconds: what others do on the machine does not count.</summary>
    public double ProcessorMs
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <param name="settings">What is set besides, as arguments.</param>
    public static Task<Served> ProductAsync(string folder, params string[] settings) =>
        StartAsync("dotnet", folder, "/health/ready", address => [Dll, $"--Urls={address}", .. settings]);

    /// <summary>The same, which tells beside what it allocates.</summary>
    public static async Task<Served> MeasuredProductAsync(string folder, params string[] settings)
    {
        var port = FreePort();
        var served = await ProductAsync(folder, [$"--Pipeline:Metrics:Port={port}", .. settings]);
        served._metrics = new($"http://127.0.0.1:{port}/metrics");
        return served;
    }

    /// <summary>What the runtime has allocated so far, in megabytes.</summary>
    public async Task<double> AllocatedMbAsync()
    {
        const string Name = "dotnet_gc_heap_total_allocated_bytes";
        var line = (await Http.GetStringAsync(_metrics))
            .Split('\n')
            .First(l => l.StartsWith(Name, StringComparison.Ordinal));
        return double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture) / 1e6;
    }

    public static Task<Served> YardstickAsync(string folder) =>
        StartAsync(
            Environment.ProcessPath!,
            folder,
            "/empty",
            address => ["yardstick", Path.Combine(folder, "pipeline.db"), address]
        );

    /// <summary>Runs one of the product's commands to its end.</summary>
    public static Task CommandAsync(string folder, params string[] arguments) => RunAsync(Dll, folder, arguments);

    /// <summary>The same on a PostgreSQL database.</summary>
    public static Task CommandOnAsync(string connection, string folder, params string[] arguments) =>
        RunAsync(
            Dll,
            folder,
            arguments,
            ("Pipeline__Database__Provider", "PostgreSql"),
            ("ConnectionStrings__Pipeline", connection)
        );

    /// <summary>The settings that serve a PostgreSQL database, where nobody is reminded of anything meanwhile.</summary>
    public static string[] On(string connection) =>
        ["--Pipeline:Database:Provider=PostgreSql", $"--ConnectionStrings:Pipeline={connection}", NoReminders];

    /// <summary>Generates portfolios, by the tool that was built with this program.</summary>
    public static Task SeedAsync(string folder, params string[] arguments) =>
        RunAsync(Path.Combine(AppContext.BaseDirectory, "Pipeline.Seeder.dll"), folder, arguments);

    /// <summary>Runs a clone as its README says, with the demonstration in an empty folder, until its first page is there, and ends it.</summary>
    /// <returns>Milliseconds.</returns>
    public static async Task<double> RunAsync(string clone, string folder)
    {
        await using var served = await StartAsync(
            "dotnet",
            folder,
            "/",
            address =>
                ["run", "--project", Path.Combine(clone, "src", "Pipeline.Api"), "--", "--demo", "--urls", address]
        );
        return served.StartMs;
    }

    private static async Task RunAsync(
        string program,
        string folder,
        string[] arguments,
        params (string Name, string Value)[] environment
    )
    {
        var start = Settings(new ProcessStartInfo("dotnet", [program, .. arguments]) { WorkingDirectory = folder });
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    public async Task SignInAsync(string email)
    {
        var reply = await SendAsync(HttpMethod.Post, "auth/login", new { email, password = Password });
        Http.DefaultRequestHeaders.Authorization = new("Bearer", reply["accessToken"]!.GetValue<string>());
    }

    /// <summary>Signs in as a new manager of a portfolio, who sees that and nothing else.</summary>
    /// <returns>The new manager's e-mail address.</returns>
    public async Task<string> SignInAsManagerOfAsync(params Guid[] portfolios)
    {
        await SignInAsync(Administrator);
        var email = $"manager-{Stopwatch.GetTimestamp()}@bench.pipeline";
        var id = (
            await SendAsync(
                HttpMethod.Post,
                "users",
                new
                {
                    email,
                    name = "A manager",
                    password = Password,
                }
            )
        )["id"]!.GetValue<Guid>();
        foreach (var portfolio in portfolios)
            await SendAsync(HttpMethod.Put, $"portfolios/{portfolio}/members/{id}", new { role = "manager" });
        await SignInAsync(email);
        return email;
    }

    /// <summary>Signs in as a browser does: the cookie opens pages, beside the token that opens the API.</summary>
    public async Task SignInToPagesAsync(string email)
    {
        var door = new Uri("/sign-in", UriKind.Relative);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = Token().Match(await Http.GetStringAsync(door)).Groups[1].Value,
                ["email"] = email,
                ["password"] = Password,
            }
        );
        using var answer = await Http.PostAsync(door, form);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<byte[]> BytesAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        if (answer.StatusCode != HttpStatusCode.OK)
            throw new InvalidOperationException(
                $"{path} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
            );
        return await answer.Content.ReadAsByteArrayAsync();
    }

    public async Task<JsonNode> JsonAsync(string path) => JsonNode.Parse(await BytesAsync(path))!;

    public async Task<JsonNode> SendAsync(
        HttpMethod method,
        string path,
        object body,
        Action<HttpRequestMessage>? with = null
    )
    {
        using var request = new HttpRequestMessage(method, $"/api/v1/{path}") { Content = JsonContent.Create(body) };
        with?.Invoke(request);
        using var answer = await Http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path} answered {answer.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)")]
    private static partial Regex Token();

    private static string Dll => Path.Combine(Program, "Pipeline.Api.dll");

    private static async Task<Served> StartAsync(
        string program,
        string folder,
        string ready,
        Func<string, string[]> arguments
    )
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var begun = Stopwatch.GetTimestamp();
        var start = Settings(
            new ProcessStartInfo(program, arguments(address))
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
            }
        );
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var served = new Served(process, new(address));
        while (true)
        {
            try
            {
                using var answer = await served.Http.GetAsync(new Uri(ready, UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                    break;
            }
            catch (HttpRequestException)
            {
                if (process.HasExited)
                    throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
            }
            await Task.Delay(10);
        }
        served.StartMs = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        return served;
    }

    /// <summary>A port that nobody listens at.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        return port;
    }

    private static ProcessStartInfo Settings(ProcessStartInfo start)
    {
        start.Environment["PIPELINE_ADMIN_EMAIL"] = Administrator;
        start.Environment["PIPELINE_ADMIN_PASSWORD"] = Password;
        start.Environment["Pipeline__Limits__RequestsPerMinute"] = "100000000";
        start.Environment["Pipeline__Limits__SignInsPerMinute"] = "100000";
        return start;
    }
}
