using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Application.Common;
using Pipeline.Infrastructure.Persistence.Providers.Sqlite;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>Which database: <c>Pipeline:Database:Provider</c> is <c>Sqlite</c> (the default) or <c>SqlServer</c>.</summary>
public enum DatabaseProvider
{
    /// <summary>A file, created and migrated at start.</summary>
    Sqlite = 1,

    /// <summary>A server, migrated only when told.</summary>
    SqlServer,
}

/// <summary>Chooses the provider and its context by configuration.</summary>
public static class DatabaseRegistration
{
    /// <summary>Where the SQLite file lies when nothing is said: in the working directory.</summary>
    public const string DefaultSqlite = "Data Source=pipeline.db";

    /// <summary>Adds the context as itself and as the application's port.</summary>
    /// <exception cref="SettingException">The provider is unknown, or SQL Server has no connection string.</exception>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var connection = configuration.GetConnectionString("Pipeline");
        switch (ProviderOf(configuration))
        {
            case DatabaseProvider.Sqlite:
                services.AddDbContext<SqlitePipelineDbContext>(
                    options => UseSqlite(options, SqliteConnection(configuration)),
                    optionsLifetime: ServiceLifetime.Singleton
                );
                services.AddScoped<PipelineDbContext>(p => p.GetRequiredService<SqlitePipelineDbContext>());
                break;
            default:
                if (string.IsNullOrWhiteSpace(connection))
                    throw new SettingException(
                        "SQL Server needs ConnectionStrings:Pipeline, for example by the environment variable ConnectionStrings__Pipeline."
                    );
                services.AddDbContext<SqlServerPipelineDbContext>(
                    options => UseSqlServer(options, connection),
                    optionsLifetime: ServiceLifetime.Singleton
                );
                services.AddScoped<PipelineDbContext>(p => p.GetRequiredService<SqlServerPipelineDbContext>());
                break;
        }
        return services.AddScoped<IPipelineDb>(p => p.GetRequiredService<PipelineDbContext>());
    }

    /// <summary>The SQLite file's connection, as configured or by default.</summary>
    public static string SqliteConnection(IConfiguration configuration) =>
        configuration.GetConnectionString("Pipeline") is { } given && !string.IsNullOrWhiteSpace(given)
            ? given
            : DefaultSqlite;

    /// <summary>The configured provider.</summary>
    public static DatabaseProvider ProviderOf(IConfiguration configuration)
    {
        var name = configuration["Pipeline:Database:Provider"];
        if (string.IsNullOrWhiteSpace(name))
            return DatabaseProvider.Sqlite;
        return Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) && Enum.IsDefined(provider)
            ? provider
            : throw new SettingException($"Pipeline:Database:Provider is '{name}'; Sqlite or SqlServer is expected.");
    }

    /// <summary>SQLite with what the model needs.</summary>
    public static void UseSqlite(DbContextOptionsBuilder options, string connection) =>
        options
            .UseSqlite(
                new SqliteConnectionStringBuilder(connection) { ForeignKeys = true }.ToString(),
                o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
            )
            .ReplaceService<IModificationCommandBatchFactory, SqliteCommandBatches>()
            .AddInterceptors(SqliteFile.Instance, SqlitePool.Instance, SqlitePageCache.Instance);

    /// <summary>SQL Server with what the model needs.</summary>
    public static void UseSqlServer(DbContextOptionsBuilder options, string connection) =>
        options.UseSqlServer(connection, o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery));
}

/// <summary>A setting that cannot be; the message says which, and what is expected.</summary>
public sealed class SettingException(string message) : Exception(message);
