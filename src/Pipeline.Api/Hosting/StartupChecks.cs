using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Cli.Demo;
using Pipeline.Infrastructure.Identity;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Hosting;

/// <summary>What the program refuses to serve with, outside development.</summary>
internal static class StartupChecks
{
    private const string DemoSentence =
        "The demonstration's logins have a password that everybody knows: it is served on loopback addresses alone, such as http://localhost:5080, and behind no proxy. ";

    /// <summary>Before anything is written.</summary>
    /// <param name="demo">The demonstration was asked for.</param>
    /// <exception cref="SettingException">Something would be open that must not be.</exception>
    public static void RequireSettings(WebApplication app, bool demo)
    {
        if (app.Configuration["Pipeline:Keys:Folder"] is { Length: > 0 } folder)
            KeyFolder.Make(folder, refuseOpen: !app.Environment.IsDevelopment());
        if (app.Environment.IsDevelopment())
            return;
        if (demo && IsReachable(app.Configuration))
            throw new SettingException(DemoSentence + $"Leave --demo out to serve at {Listed(app.Configuration)}.");
    }

    /// <summary>Once the database is up: it may hold the demonstration though nobody asks for it.</summary>
    /// <exception cref="SettingException">It does, and others could sign in.</exception>
    public static async Task RequireDataAsync(WebApplication app)
    {
        if (app.Environment.IsDevelopment() || !IsReachable(app.Configuration))
            return;
        await using var scope = app.Services.CreateAsyncScope();
        if (await HasDemoLoginsAsync(scope.ServiceProvider))
            throw new SettingException(
                DemoSentence + $"This database holds them: use another one to serve at {Listed(app.Configuration)}."
            );
    }

    private static bool IsReachable(IConfiguration configuration) =>
        Proxies.Any(configuration) || Addresses.Of(configuration).Any(a => !a.IsLoopback());

    private static string Listed(IConfiguration configuration) => string.Join(", ", Addresses.Of(configuration));

    // Whoever gave these people passwords of their own has made them real.
    private static async Task<bool> HasDemoLoginsAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<PipelineDbContext>();
        // A server that is behind the model has nobody to ask for yet, and serves nothing.
        if ((await DatabaseStart.PendingAsync(db, CancellationToken.None)).Count > 0)
            return false;
        var hasher = services.GetRequiredService<IPasswordHasher<PipelineUser>>();
        var emails = DemoPeople.Logins.Select(l => l.Email).ToList();
        var users = await db.Users.AsNoTracking().Where(u => emails.Contains(u.Email!)).ToListAsync();
        return users.Any(u =>
            u.PasswordHash is { } hash
            && hasher.VerifyHashedPassword(u, hash, DemoPeople.Password) != PasswordVerificationResult.Failed
        );
    }
}
