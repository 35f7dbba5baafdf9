using System.Net.Http.Json;
using Microsoft.Playwright;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Web.Tests.Common;

/// <summary>The program as people run it, with the demonstration in a folder of its own, and one browser: once for all tests that share it.</summary>
public sealed class WebApp : IAsyncLifetime
{
    /// <summary>The password of the demonstration's people.</summary>
    public const string Password = "demonstration";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-web-").FullName;
    private readonly Dictionary<string, string> _signedIn = [];
    private ServedProgram _program = null!;
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private int _made;

    /// <summary>Where it serves, without a slash at its end.</summary>
    public string Address => _program.Address.ToString().TrimEnd('/');

    /// <summary>The API, as the demonstration's administrator.</summary>
    public HttpClient Api => _program.Http;

    /// <summary>The demonstration's portfolio.</summary>
    public Guid Portfolio { get; private set; }

    /// <summary>A name that nothing else has.</summary>
    public string NewCode(string prefix) => $"{prefix}-{Interlocked.Increment(ref _made)}";

    public async Task InitializeAsync()
    {
        if (Chromium.Executable is null)
            return;
        _program = await ServedProgram.StartAsync(_folder, SettingsFor(_folder), "--demo");
        await _program.SignInAsync("administrator@demo.pipeline", Password);
        Portfolio = (await ReplyAsync("portfolios")).Id("items.0.id");
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        if (_program is not null)
            await _program.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A program that has nothing in it but its first administrator, with the demonstration's password.</summary>
    internal static Task<ServedProgram> StartEmptyAsync(string folder, string administrator) =>
        ServedProgram.StartAsync(
            folder,
            new Dictionary<string, string>(SettingsFor(folder))
            {
                ["PIPELINE_ADMIN_EMAIL"] = administrator,
                ["PIPELINE_ADMIN_PASSWORD"] = Password,
            }
        );

    /// <summary>What the API replies to the administrator.</summary>
    public async Task<Reply> ReplyAsync(string path)
    {
        using var answer = await Api.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative));
        return (await Reply.ReadAsync(answer)).ShouldBe(200);
    }

    /// <summary>Makes something through the API, as the administrator.</summary>
    public async Task<Reply> PostAsync(string path, object body)
    {
        using var answer = await Api.PostAsJsonAsync(new Uri($"/api/v1/{path}", UriKind.Relative), body);
        return (await Reply.ReadAsync(answer)).ShouldBe(201);
    }

    /// <summary>The API, as one of the demonstration's people.</summary>
    /// <param name="who">The part of the address before the @.</param>
    public async Task<HttpClient> ApiAsAsync(string who)
    {
        var client = new HttpClient { BaseAddress = new(Address) };
        using var answer = await client.PostAsJsonAsync(
            "/api/v1/auth/login",
            new { email = $"{who}@demo.pipeline", password = Password }
        );
        client.DefaultRequestHeaders.Authorization = new(
            "Bearer",
            (await Reply.ReadAsync(answer)).ShouldBe(200).Text("accessToken")
        );
        return client;
    }

    private static Dictionary<string, string> SettingsFor(string folder) =>
        new()
        {
            ["ConnectionStrings__Pipeline"] = $"Data Source={Path.Combine(folder, "pipeline.db")}",
            ["Pipeline__Keys__Folder"] = Path.Combine(folder, "keys"),
            // Every test is at the same address, and signs in.
            ["Pipeline__Limits__SignInsPerMinute"] = "10000",
            ["Pipeline__Limits__RequestsPerMinute"] = "100000",
        };

    /// <summary>A tab of a browser of its own, that nobody has signed in.</summary>
    /// <param name="address">Of another program than this one.</param>
    public async Task<Tab> OpenAsync(Look? look = null, string? state = null, string? address = null)
    {
        look ??= new();
        var context = await _browser.NewContextAsync(
            new()
            {
                BaseURL = address ?? Address,
                Locale = look.Language,
                ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
                JavaScriptEnabled = look.JavaScript,
                ViewportSize = new() { Width = look.Width, Height = 900 },
                StorageState = state,
            }
        );
        return await Tab.OpenAsync(context);
    }

    /// <summary>The same, signed in as one of the demonstration's people.</summary>
    /// <param name="who">The part of the address before the @.</param>
    public async Task<Tab> OpenAsAsync(string who, Look? look = null)
    {
        if (!_signedIn.TryGetValue(who, out var state))
        {
            await using var door = await OpenAsync();
            await door.SignInAsync($"{who}@demo.pipeline", Password);
            _signedIn[who] = state = await door.Page.Context.StorageStateAsync();
        }
        return await OpenAsync(look, state);
    }
}
