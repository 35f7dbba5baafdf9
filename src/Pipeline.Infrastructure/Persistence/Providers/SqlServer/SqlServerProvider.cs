using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Infrastructure.Persistence.Providers.SqlServer;

/// <summary>SQL Server: migrated only when told.</summary>
public sealed class SqlServerProvider : IDatabaseProvider
{
    /// <summary>The one of this process.</summary>
    public static readonly SqlServerProvider Instance = new();

    private SqlServerProvider() { }

    /// <inheritdoc />
    public string Name => "SqlServer";

    /// <inheritdoc />
    public bool MigratesAtStart => false;

    /// <inheritdoc />
    public bool OpensOncePerRequest => false;

    /// <inheritdoc />
    public string ConnectionOf(IConfiguration configuration) => ServerConnection.Of(configuration, "SQL Server");

    /// <inheritdoc />
    public void AddContext(IServiceCollection services, string connection) =>
        ProviderContext.Add<SqlServerPipelineDbContext>(
            services,
            this,
            connection,
            options => Configure(options, connection)
        );

    /// <inheritdoc />
    public PipelineDbContext CreateContext(string connection, Action<DbContextOptionsBuilder>? configure = null)
    {
        var options = new DbContextOptionsBuilder<SqlServerPipelineDbContext>();
        Configure(options, connection);
        configure?.Invoke(options);
        return new SqlServerPipelineDbContext(options.Options);
    }

    /// <summary>SQL Server with what the model needs.</summary>
    public static void Configure(DbContextOptionsBuilder options, string connection) =>
        options.UseSqlServer(
            connection,
            o =>
                o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
                    .CommandTimeout(ServerConnection.CommandSeconds)
        );

    /// <inheritdoc />
    public void Prepare(string connection) { }

    /// <inheritdoc />
    // EF's lock is the session's application lock here, which ends with its process.
    public Task MigrateAsync(PipelineDbContext db, CancellationToken cancellationToken) =>
        db.Database.MigrateAsync(cancellationToken);

    /// <inheritdoc />
    public Task<IDisposable?> TakeWriteTurnAsync(PipelineDbContext db, CancellationToken cancellationToken) =>
        Task.FromResult<IDisposable?>(null);

    /// <inheritdoc />
    // The database has to allow it (docs/operations.md); its migration sees to that.
    public Task<IDbContextTransaction> BeginSnapshotAsync(PipelineDbContext db, CancellationToken cancellationToken) =>
        db.Database.BeginTransactionAsync(IsolationLevel.Snapshot, cancellationToken);

    /// <inheritdoc />
    public Task PrepareLoadAsync(PipelineDbContext db) => Task.CompletedTask;

    /// <inheritdoc />
    // Files are counted in pages of 8 KB.
    public string SizeSql => "SELECT CAST(SUM(CAST([size] AS bigint)) * 8192 AS bigint) FROM sys.database_files";

    /// <inheritdoc />
    public long Backup(string connection, string target, bool overwrite) =>
        throw new NotSupportedException(
            "SQL Server makes its own backups: BACKUP DATABASE [Pipeline] TO DISK = N'…' WITH CHECKSUM, by a login that may (docs/operations.md)."
        );

    /// <inheritdoc />
    public DatabaseTrouble? TroubleOf(DbException error) =>
        error is SqlException server ? SqlServerErrors.TroubleOf(server) : null;

    /// <inheritdoc />
    public bool IsTransient(DbException error) => error is SqlException server && SqlServerErrors.IsTransient(server);

    /// <inheritdoc />
    public string? CodeOf(DbException error) =>
        error is SqlException server ? FormattableString.Invariant($"{server.Number}") : null;
}
