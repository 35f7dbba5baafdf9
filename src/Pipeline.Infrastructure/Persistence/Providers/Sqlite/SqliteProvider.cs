using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Sqlite.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Infrastructure.Persistence.Providers.Sqlite;

/// <summary>An SQLite file, the default: created and migrated at start.</summary>
public sealed class SqliteProvider : IDatabaseProvider
{
    /// <summary>The one of this process.</summary>
    public static readonly SqliteProvider Instance = new();

    /// <summary>Where the file lies when nothing is said: in the working directory.</summary>
    public const string DefaultConnection = "Data Source=pipeline.db";

    /// <summary>
    /// Seconds until SQLite gives up waiting for another process, after at most <see cref="SqliteWriteQueue.Seconds"/> in this one's queue: together less than a
    /// request has by default (<c>Pipeline:Limits:RequestSeconds</c>), so that the cause can be told.
    /// </summary>
    internal const int LockSeconds = 10;

    private SqliteProvider() { }

    /// <inheritdoc />
    public string Name => "Sqlite";

    /// <inheritdoc />
    public bool MigratesAtStart => true;

    /// <inheritdoc />
    public bool OpensOncePerRequest => true;

    /// <inheritdoc />
    public string ConnectionOf(IConfiguration configuration) =>
        configuration.GetConnectionString("Pipeline") is { } given && !string.IsNullOrWhiteSpace(given)
            ? given
            : DefaultConnection;

    /// <inheritdoc />
    public void AddContext(IServiceCollection services, string connection) =>
        ProviderContext.Add<SqlitePipelineDbContext>(
            services,
            this,
            connection,
            options => Configure(options, connection)
        );

    /// <inheritdoc />
    public PipelineDbContext CreateContext(string connection, Action<DbContextOptionsBuilder>? configure = null)
    {
        var options = new DbContextOptionsBuilder<SqlitePipelineDbContext>();
        Configure(options, connection);
        configure?.Invoke(options);
        return new SqlitePipelineDbContext(options.Options);
    }

    /// <summary>SQLite with what the model needs. Connections stay open between their owners unless the connection string says <c>Pooling=False</c>.</summary>
    public static void Configure(DbContextOptionsBuilder options, string connection)
    {
        var builder = WithDefaults(connection);
        var kept = builder.Pooling && SqliteFile.IsFile(builder.DataSource);
        if (kept)
            builder.Pooling = false;
        options
            .UseSqlite(builder.ToString(), o => o.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .ReplaceService<IModificationCommandBatchFactory, SqliteCommandBatches>()
            // What a release's migrations do is settled and tested; at a first start the warning would be the first thing that an operator reads.
            .ConfigureWarnings(w => w.Ignore(SqliteEventId.TableRebuildPendingWarning))
            .AddInterceptors(SqliteFile.Instance, SqlitePageCache.Instance);
        if (!kept)
            return;
#pragma warning disable EF1001 // As SqliteLentConnection says.
        options
            .ReplaceService<ISqliteRelationalConnection, SqliteLentConnection>()
            .AddInterceptors(SqliteStatements.Lending.Instance);
#pragma warning restore EF1001
    }

    /// <summary>Closes what nobody has of a database's connections, and the others when they come back.</summary>
    public static void Release(string connection)
    {
        var builder = WithDefaults(connection);
        builder.Pooling = false;
        SqlitePool.Clear(builder.ToString());
    }

    // How long SQLite waits for another process's write, unless the connection string says so itself.
    private static SqliteConnectionStringBuilder WithDefaults(string connection)
    {
        var builder = new SqliteConnectionStringBuilder(connection) { ForeignKeys = true };
        if (!builder.ShouldSerialize("Default Timeout"))
            builder.DefaultTimeout = LockSeconds;
        return builder;
    }

    /// <inheritdoc />
    public void Prepare(string connection) => SqliteFile.Create(connection);

    /// <inheritdoc />
    public Task MigrateAsync(PipelineDbContext db, CancellationToken cancellationToken) =>
        SqliteMigration.RunAsync(db, cancellationToken);

    /// <inheritdoc />
    public Task<IDisposable?> TakeWriteTurnAsync(PipelineDbContext db, CancellationToken cancellationToken) =>
        SqliteWriteQueue.TakeAsync(db, cancellationToken);

    /// <inheritdoc />
    // The library's word for a transaction that is begun as a read; any other begins as a write. With write-ahead logging it sees one moment from its first
    // read on: nothing that is not committed can be seen, since no cache is shared.
    public Task<IDbContextTransaction> BeginSnapshotAsync(PipelineDbContext db, CancellationToken cancellationToken) =>
        db.Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellationToken);

    /// <inheritdoc />
    public async Task PrepareLoadAsync(PipelineDbContext db)
    {
        // Ids lie all over the indexes: with a small cache each page would be written again and again.
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size=-400000;");
    }

    /// <inheritdoc />
    public string SizeSql => "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size";

    /// <inheritdoc />
    public long Backup(string connection, string target, bool overwrite) =>
        SqliteBackup.Write(connection, target, overwrite);

    /// <inheritdoc />
    public DatabaseTrouble? TroubleOf(DbException error) =>
        (error as SqliteException)?.SqliteErrorCode switch
        {
            3 or 10 or 14 or 15 or 22 => DatabaseTrouble.Away, // PERM, IOERR, CANTOPEN, PROTOCOL, NOLFS
            5 or 6 => DatabaseTrouble.Busy, // BUSY, LOCKED
            8 => DatabaseTrouble.ReadOnly,
            13 => DatabaseTrouble.Full,
            11 or 26 => DatabaseTrouble.Damaged, // CORRUPT, NOTADB
            _ => null,
        };

    /// <inheritdoc />
    // SQLite waits by itself, and what it gives up then is not mended by another wait.
    public bool IsTransient(DbException error) => false;

    /// <inheritdoc />
    public string? CodeOf(DbException error) =>
        error is SqliteException sqlite ? FormattableString.Invariant($"{sqlite.SqliteExtendedErrorCode}") : null;
}
