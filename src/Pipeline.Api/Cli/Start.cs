using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Cli;

/// <summary>What happens before the first request: the database is brought up, the first administrator made.</summary>
internal static class Start
{
    private const string DefaultAdministrator = "admin@pipeline.local";

    public static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PipelineDbContext>();
        // SQLite belongs to this process alone; a server's schema is changed only when somebody says so.
        if (DatabaseRegistration.ProviderOf(app.Configuration) == DatabaseProvider.Sqlite) await DatabaseStart.MigrateAsync(db, CancellationToken.None);
        else if ((await DatabaseStart.PendingAsync(db, CancellationToken.None)).Count > 0) return;
        await MakeFirstAdministratorAsync(scope.ServiceProvider, db);
    }

    private static async Task MakeFirstAdministratorAsync(IServiceProvider services, PipelineDbContext db)
    {
        if (await db.Users.AnyAsync()) return;
        var email = Environment.GetEnvironmentVariable("PIPELINE_ADMIN_EMAIL") is { Length: > 0 } given ? given : DefaultAdministrator;
        var password = Environment.GetEnvironmentVariable("PIPELINE_ADMIN_PASSWORD");
        var generated = string.IsNullOrEmpty(password);
        if (generated) password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10));
        await services.GetRequiredService<IUserDirectory>().CreateAsync(email, "Administrator", administrator: true, password!, CancellationToken.None);
        Console.WriteLine(generated
            ? $"First administrator: {email}, password {password} (shown once; set PIPELINE_ADMIN_EMAIL and PIPELINE_ADMIN_PASSWORD to choose)."
            : $"First administrator: {email}, with the password of PIPELINE_ADMIN_PASSWORD.");
    }
}
