using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Cli;

/// <summary>What happens before the first request: the database is brought up, the first administrator made.</summary>
internal static class Start
{
    private const string DefaultAdministrator = "admin@pipeline.local";

    public static async Task PrepareAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScopeFor(Operator.Id);
        var db = scope.ServiceProvider.GetRequiredService<PipelineDbContext>();
        // A file belongs to this process alone; a server's schema is changed only when somebody says so, and until then readiness says what is missing.
        if (db.Provider.MigratesAtStart)
            await DatabaseStart.MigrateAsync(db, CancellationToken.None);
        else if (await IsBehindAsync(db))
            return;
        await MakeFirstAdministratorAsync(app.Configuration, scope.ServiceProvider, db);
    }

    /// <summary>For commands: the same database as serving has, or a sentence.</summary>
    /// <exception cref="CommandException">A server's schema is behind.</exception>
    /// <exception cref="DatabaseNewerException">A later version has been here.</exception>
    public static async Task RequireDatabaseAsync(IServiceProvider services)
    {
        var db = services.GetRequiredService<PipelineDbContext>();
        if (db.Provider.MigratesAtStart)
            await DatabaseStart.MigrateAsync(db, CancellationToken.None);
        else if (await IsBehindAsync(db))
            throw new CommandException("The database is behind the model: run with -- migrate first.");
    }

    /// <summary>The password that was given, or a generated one.</summary>
    public static (string Password, bool Generated) AdministratorPassword(IConfiguration configuration) =>
        configuration["PIPELINE_ADMIN_PASSWORD"] is { Length: > 0 } given
            ? (given, false)
            : (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(10)), true);

    private static async Task<bool> IsBehindAsync(PipelineDbContext db)
    {
        await DatabaseStart.RefuseNewerAsync(db, CancellationToken.None);
        return (await DatabaseStart.PendingAsync(db, CancellationToken.None)).Count > 0;
    }

    private static async Task MakeFirstAdministratorAsync(
        IConfiguration configuration,
        IServiceProvider services,
        PipelineDbContext db
    )
    {
        if (await db.Users.AnyAsync())
            return;
        var email = configuration["PIPELINE_ADMIN_EMAIL"] is { Length: > 0 } given ? given : DefaultAdministrator;
        var (password, generated) = AdministratorPassword(configuration);
        var made = await services
            .GetRequiredService<IUserDirectory>()
            .CreateFirstAsync(email, "Administrator", password, CancellationToken.None);
        if (!made)
            return;
        // The one time that a password is printed, because there is no other way to learn it. Whoever chose theirs finds nobody's address in the log.
        if (generated)
            Console.WriteLine(
                $"First administrator: {email}, password {password} (shown once; set PIPELINE_ADMIN_EMAIL and PIPELINE_ADMIN_PASSWORD to choose)."
            );
        else
            services
                .GetRequiredService<ILoggerFactory>()
                .CreateLogger("Pipeline.Start")
                .LogInformation("The first administrator was made, with the password of PIPELINE_ADMIN_PASSWORD.");
    }
}
