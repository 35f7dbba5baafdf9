using System.Data.Common;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Application.Common;
using Pipeline.Infrastructure.Persistence.Providers.PostgreSql;
using Pipeline.Infrastructure.Persistence.Providers.Sqlite;
using Pipeline.Infrastructure.Persistence.Providers.SqlServer;

namespace Pipeline.Infrastructure.Persistence.Providers;

/// <summary>The databases that the product runs on, and the choice of one by <c>Pipeline:Database:Provider</c>.</summary>
public static class DatabaseProviders
{
    /// <summary>All of them; the first where nothing is chosen.</summary>
    public static IReadOnlyList<IDatabaseProvider> All { get; } =
    [SqliteProvider.Instance, SqlServerProvider.Instance, PostgreSqlProvider.Instance];

    /// <summary>What has to be set before anything else runs in the process, whichever database it turns out to be.</summary>
    public static void PrepareProcess() => NativeHeap.KeepTogether();

    /// <summary>The configured provider.</summary>
    /// <exception cref="SettingException">There is none of this name.</exception>
    public static IDatabaseProvider Of(IConfiguration configuration)
    {
        var name = configuration["Pipeline:Database:Provider"];
        return string.IsNullOrWhiteSpace(name) ? All[0] : Named(name);
    }

    /// <summary>The provider of a name, in any case.</summary>
    /// <exception cref="SettingException">There is none.</exception>
    public static IDatabaseProvider Named(string name) =>
        All.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new SettingException(
            $"Pipeline:Database:Provider is '{name}'; expected is one of {string.Join(", ", All.Select(p => p.Name))}."
        );

    /// <summary>Adds the configured provider, its context, and the application's port to it.</summary>
    /// <exception cref="SettingException">The provider is unknown, or a server has no connection string.</exception>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var provider = Of(configuration);
        provider.AddContext(services, provider.ConnectionOf(configuration));
        return services.AddSingleton(provider).AddScoped<IPipelineDb>(p => p.GetRequiredService<PipelineDbContext>());
    }

    /// <summary>Whether a failure of any of the databases is one that a new attempt may mend.</summary>
    public static bool IsTransient(Exception? failure) => All.Any(provider => provider.IsTransient(failure));

    /// <summary>The trouble behind a failure of any of the databases, however often it was wrapped; null for any other failure.</summary>
    public static DatabaseTrouble? TroubleOf(Exception? failure) =>
        All.Select(p => p.TroubleOf(failure)).FirstOrDefault(trouble => trouble is not null);

    /// <summary>The database's own number or code of an error, for the log.</summary>
    public static string CodeOf(DbException error) =>
        All.Select(p => p.CodeOf(error)).FirstOrDefault(code => code is not null)
        ?? FormattableString.Invariant($"{error.ErrorCode}");
}
