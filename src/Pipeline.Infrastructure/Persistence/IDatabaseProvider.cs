using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>
/// The door to one kind of database. Everything that knows which one it is lies behind it, in a folder of its own
/// (docs/adr/0001); a new one is an implementation, a context, its migrations and a line in the list of providers.
/// </summary>
public interface IDatabaseProvider
{
    /// <summary>What <c>Pipeline:Database:Provider</c> calls it.</summary>
    string Name { get; }

    /// <summary>
    /// Whether the database belongs to this process alone and is brought up to the model as it starts; a server's schema is changed only by the
    /// command <c>migrate</c>.
    /// </summary>
    bool MigratesAtStart { get; }

    /// <summary>Whether a request opens its connection once, because each opening costs as much as a small query.</summary>
    bool OpensOncePerRequest { get; }

    /// <summary>Where the database is, as configured.</summary>
    /// <exception cref="SettingException">Nothing is configured, and there is no default.</exception>
    string ConnectionOf(IConfiguration configuration);

    /// <summary>Adds this provider's context as itself and as <see cref="PipelineDbContext"/>.</summary>
    void AddContext(IServiceCollection services, string connection);

    /// <summary>A context outside of any container, which names nobody in the audit: for migrations and tools.</summary>
    PipelineDbContext CreateContext(string connection, Action<DbContextOptionsBuilder>? configure = null);

    /// <summary>Makes the database where there is none that could be asked which migrations it has.</summary>
    void Prepare(string connection);

    /// <summary>Applies the migrations that are missing; safe for processes that start together, and after one that was killed.</summary>
    Task MigrateAsync(PipelineDbContext db, CancellationToken cancellationToken);

    /// <summary>Waits for the turn to write; disposing of it passes it on. Null where the database has its own queue.</summary>
    Task<IDisposable?> TakeWriteTurnAsync(PipelineDbContext db, CancellationToken cancellationToken);

    /// <summary>Begins a transaction that sees one moment of the database, writes nothing, and keeps no writer waiting.</summary>
    Task<IDbContextTransaction> BeginSnapshotAsync(PipelineDbContext db, CancellationToken cancellationToken);

    /// <summary>Makes room for writing very many rows by this context's connection.</summary>
    Task PrepareLoadAsync(PipelineDbContext db);

    /// <summary>Asks how many bytes the database takes on the disk: one number.</summary>
    string SizeSql { get; }

    /// <summary>Copies the database while it is served: one moment of it, whole.</summary>
    /// <returns>The size in bytes.</returns>
    /// <exception cref="NotSupportedException">The database makes its own backups; the message says how.</exception>
    long Backup(string connection, string target, bool overwrite);

    /// <summary>The trouble that an error of this database tells of; null for any other error.</summary>
    DatabaseTrouble? TroubleOf(DbException error);

    /// <summary>
    /// Whether the database rolled the transaction back by itself, or lost it with its connection, and a new one may well succeed. A server that
    /// is away is not meant: each attempt to reach it waits long enough by itself.
    /// </summary>
    bool IsTransient(DbException error);

    /// <summary>The database's own number or code of an error, for the log; null for an error of another database.</summary>
    string? CodeOf(DbException error);
}
