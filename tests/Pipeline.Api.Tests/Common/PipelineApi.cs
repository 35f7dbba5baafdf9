using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Application.Access;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Tests.Common;

/// <summary>
/// The whole product in this process, on a database of its own that is thrown away afterwards (<see cref="TestDatabase"/>).
/// </summary>
public class PipelineApi : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string AdministratorEmail = "admin@test.pipeline",
        Password = "correct horse battery staple";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-tests-").FullName;
    private readonly TestDatabase _database;
    private Client? _administrator;
    private int _codes;

    public PipelineApi() => _database = TestDatabase.In(_folder);

    /// <summary>What a process of its own is told: to keep to its folder, and the same administrator.</summary>
    public static Dictionary<string, string> SettingsIn(string folder) =>
        new()
        {
            ["PIPELINE_ADMIN_EMAIL"] = AdministratorEmail,
            ["PIPELINE_ADMIN_PASSWORD"] = Password,
            ["Pipeline__Keys__Folder"] = Path.Combine(folder, "keys"),
        };

    /// <summary>Whether the database is a file, and not on a server.</summary>
    public bool IsOnFile => _database.IsFile;

    /// <summary>Where links lead to.</summary>
    public const string LinkAddress = "https://pipeline.test";

    /// <summary>The links that were sent.</summary>
    public Postbox Links { get; } = new();

    public TestClock Clock { get; } = new();

    /// <summary>Somebody who may do everything.</summary>
    public Client Administrator => _administrator ?? throw new InvalidOperationException("Not started yet.");

    public async Task InitializeAsync()
    {
        await _database.CreateAsync();
        await FillAsync(
            _folder,
            new Dictionary<string, string>(_database.Settings) { ["PIPELINE_ADMIN_PASSWORD"] = Password }
        );
        _administrator = await SignInAsync(AdministratorEmail);
    }

    /// <summary>Before the product starts: what the database holds already.</summary>
    /// <param name="folder">A folder that is thrown away with the database.</param>
    /// <param name="settings">What another process needs to work on the same database.</param>
    protected virtual Task FillAsync(string folder, IReadOnlyDictionary<string, string> settings) => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>A code that no other test of this database has.</summary>
    public string NewCode(string prefix) => $"{prefix}-{Interlocked.Increment(ref _codes)}";

    /// <summary>Adds somebody, and signs them in.</summary>
    /// <param name="language">What they sign in in, where it matters.</param>
    public async Task<Client> NewUserAsync(string name, string? language = null)
    {
        var email = $"{NewCode("user")}@test.pipeline";
        (
            await Administrator.PostAsync(
                "users",
                new
                {
                    email,
                    name,
                    password = Password,
                }
            )
        ).ShouldBe(201);
        return await SignInAsync(email, language);
    }

    public async Task<Client> SignInAsync(string email, string? language = null)
    {
        var client = new Client(CreateClient());
        await client.SignInAsync(email, Password, language);
        return client;
    }

    /// <summary>Lets days go by. Tokens expire meanwhile, so the administrator signs in again; whoever else is needed has to as well.</summary>
    public async Task DaysGoByAsync(double days)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        await Administrator.SignInAsync(AdministratorEmail, Password);
    }

    /// <summary>Whoever holds a token or a key.</summary>
    public Client With(string bearer)
    {
        var client = Anonymous();
        client.Http.DefaultRequestHeaders.Authorization = new("Bearer", bearer);
        return client;
    }

    /// <summary>Nobody: no token.</summary>
    public Client Anonymous() => new(CreateClient());

    /// <summary>The database behind the product's back, for what the API does not offer.</summary>
    public async Task<T> InDatabaseAsync<T>(Func<PipelineDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PipelineDbContext>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Pipeline:Database:Provider", _database.Provider);
        builder.UseSetting("ConnectionStrings:Pipeline", _database.Connection);
        builder.UseSetting("Pipeline:Keys:Folder", Path.Combine(_folder, "keys"));
        builder.UseSetting("Pipeline:Links:Address", LinkAddress);
        builder.UseSetting("PIPELINE_ADMIN_EMAIL", AdministratorEmail);
        builder.UseSetting("PIPELINE_ADMIN_PASSWORD", Password);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        // One address and few people send all that a test class sends; what the limits do has tests of its own.
        builder.UseSetting("Pipeline:Limits:RequestsPerMinute", "1000000");
        builder.UseSetting("Pipeline:Limits:SignInsPerMinute", "1000000");
        // What looks at deadlines asks as much as anybody, at any moment: where it is not tried, it is not counted.
        builder.UseSetting("Pipeline:Reminders:Minutes", "0");
        builder.ConfigureServices(services =>
            services
                .AddSingleton<TimeProvider>(Clock)
                // People are made and sign in by the thousand here; what a hash costs is the framework's affair.
                .Configure<PasswordHasherOptions>(options => options.IterationCount = 1)
                .AddSingleton<ILinkSender>(Links)
                .AddTransient<IStartupFilter, DeclaredRefusals>()
        );
    }
}
