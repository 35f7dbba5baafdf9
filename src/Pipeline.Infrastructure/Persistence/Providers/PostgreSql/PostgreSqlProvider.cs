using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Pipeline.Infrastructure.Persistence.Providers.PostgreSql;

/// <summary>PostgreSQL: migrated only when told.</summary>
public sealed class PostgreSqlProvider : IDatabaseProvider
{
    /// <summary>The one of this process.</summary>
    public static readonly PostgreSqlProvider Instance = new();

    // As many as a connection to SQLite keeps.
    private const int StatementsPrepared = 64;

    private PostgreSqlProvider() { }

    /// <inheritdoc />
    public string Name => "PostgreSql";

    /// <inheritdoc />
    public bool MigratesAtStart => false;

    /// <inheritdoc />
    public bool OpensOncePerRequest => false;

    /// <inheritdoc />
    public string ConnectionOf(IConfiguration configuration) => ServerConnection.Of(configuration, "PostgreSQL");

    /// <inheritdoc />
    public void AddContext(IServiceCollection services, string connection) =>
        ProviderContext.Add<PostgreSqlPipelineDbContext>(
            services,
            this,
            connection,
            options => Configure(options, connection)
        );

    /// <inheritdoc />
    public PipelineDbContext CreateContext(string connection, Action<DbContextOptionsBuilder>? configure = null)
    {
        var options = new DbContextOptionsBuilder<PostgreSqlPipelineDbContext>();
        Configure(options, connection);
        configure?.Invoke(options);
        return new PostgreSqlPipelineDbContext(options.Options);
    }

    /// <summary>PostgreSQL with what the model needs.</summary>
    public static void Configure(DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(
            WithDefaults(connection),
            o =>
                o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                    .CommandTimeout(ServerConnection.CommandSeconds)
        );

    // What is asked all day stays prepared with its connection (docs/adr/0072), unless the connection string says so itself.
    private static string WithDefaults(string connection)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection);
        if (!builder.ShouldSerialize("Max Auto Prepare"))
            builder.MaxAutoPrepare = StatementsPrepared;
        return builder.ToString();
    }

    /// <inheritdoc />
    public void Prepare(string connection) { }

    /// <inheritdoc />
    public Task MigrateAsync(PipelineDbContext db, CancellationToken cancellationToken) =>
        PostgreSqlMigration.RunAsync(db, cancellationToken);

    /// <inheritdoc />
    public Task<IDisposable?> TakeWriteTurnAsync(PipelineDbContext db, CancellationToken cancellationToken) =>
        Task.FromResult<IDisposable?>(null);

    /// <inheritdoc />
    public Task<IDbContextTransaction> BeginSnapshotAsync(PipelineDbContext db, CancellationToken cancellationToken) =>
        db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    /// <inheritdoc />
    public Task PrepareLoadAsync(PipelineDbContext db) => Task.CompletedTask;

    /// <inheritdoc />
    public string SizeSql => "SELECT pg_database_size(current_database())";

    /// <inheritdoc />
    public long Backup(string connection, string target, bool overwrite) =>
        throw new NotSupportedException(
            "PostgreSQL makes its own backups: pg_dump --format=custom --file=FILE, by a login that may read everything (docs/operations.md)."
        );

    /// <inheritdoc />
    public DatabaseTrouble? TroubleOf(DbException error) =>
        error is NpgsqlException server ? PostgreSqlErrors.TroubleOf(server) : null;

    /// <inheritdoc />
    public bool IsTransient(DbException error) =>
        error is NpgsqlException server && PostgreSqlErrors.IsTransient(server);

    /// <inheritdoc />
    public string? CodeOf(DbException error) => error is NpgsqlException server ? server.SqlState ?? "none" : null;
}
