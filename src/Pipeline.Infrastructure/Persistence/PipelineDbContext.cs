using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;
using Pipeline.Infrastructure.Identity;
using Pipeline.Infrastructure.Keys;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>The one model. Each provider derives a context of its own, which holds nothing but its migrations.</summary>
public abstract class PipelineDbContext(DbContextOptions options) : IdentityUserContext<PipelineUser, Guid>(options), IPipelineDb
{
    private const int Attempts = 5;

    /// <inheritdoc />
    public DbSet<Project> Projects => Set<Project>();

    /// <inheritdoc />
    public DbSet<Holding> Holdings => Set<Holding>();

    /// <inheritdoc />
    public DbSet<ProjectTag> Tags => Set<ProjectTag>();

    /// <inheritdoc />
    public DbSet<Territory> Territories => Set<Territory>();

    /// <inheritdoc />
    public DbSet<ProjectOwner> Owners => Set<ProjectOwner>();

    /// <inheritdoc />
    public DbSet<Transition> Transitions => Set<Transition>();

    /// <inheritdoc />
    public DbSet<TransitionEffect> Effects => Set<TransitionEffect>();

    /// <inheritdoc />
    public DbSet<TransitionDecision> Decisions => Set<TransitionDecision>();

    /// <inheritdoc />
    public DbSet<Portfolio> Portfolios => Set<Portfolio>();

    /// <inheritdoc />
    public DbSet<PortfolioMember> Members => Set<PortfolioMember>();

    /// <inheritdoc />
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <inheritdoc />
    public DbSet<Organisation> Organisations => Set<Organisation>();

    /// <inheritdoc />
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    /// <inheritdoc />
    public DbSet<PlanLine> PlanLines => Set<PlanLine>();

    /// <inheritdoc />
    public DbSet<Commitment> Commitments => Set<Commitment>();

    /// <inheritdoc />
    public DbSet<CommitmentCancellation> Cancellations => Set<CommitmentCancellation>();

    /// <inheritdoc />
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <inheritdoc />
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    /// <inheritdoc />
    public DbSet<ReferenceDocument> ReferenceDocuments => Set<ReferenceDocument>();

    /// <summary>First answers to POSTs that carried an Idempotency-Key.</summary>
    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    /// <summary>Sign-ins.</summary>
    public DbSet<UserSession> Sessions => Set<UserSession>();

    /// <summary>One-time links that set passwords.</summary>
    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();

    /// <summary>The keys that seal tokens, where no folder is set for them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <inheritdoc />
    public void Forget() => ChangeTracker.Clear();

    /// <inheritdoc />
    public async Task<T> InTransactionAsync<T>(Func<Task<T>> command, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var outer = Database.CurrentTransaction;
            // A transaction of SQLite begins as a write here (BEGIN IMMEDIATE): one that reads first and writes later can be refused half-way.
            var own = outer is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
            var savepoint = $"attempt{attempt}";
            if (outer is not null) await outer.CreateSavepointAsync(savepoint, cancellationToken);
            try
            {
                var result = await command();
                if (own is not null) await own.CommitAsync(cancellationToken);
                return result;
            }
            catch (Exception e)
            {
                ChangeTracker.Clear();
                await RollBackAsync(own, outer, savepoint);
                // Somebody was faster: a stale version, or a key that has just been taken. On fresh data the command judges for itself.
                if (e is not DbUpdateException || attempt == Attempts) throw;
            }
            finally
            {
                if (own is not null) await own.DisposeAsync();
            }
        }
    }

    /// <summary>Refuses to update or delete what is written once; the database's own triggers are the second lock.</summary>
    /// <exception cref="InvalidOperationException">A change to an <see cref="IAppendOnly"/> record.</exception>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries<IAppendOnly>())
            if (entry.State is EntityState.Modified or EntityState.Deleted)
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is append-only: it cannot be {entry.State.ToString().ToLowerInvariant()}.");
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateOnly>().HaveConversion<DateOnlyConverter>().HaveColumnType("date");
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PipelineDbContext).Assembly);
        builder.Entity<PipelineUser>().ToTable("Users");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("UserClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("UserLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("UserTokens");
    }

    private static async Task RollBackAsync(IDbContextTransaction? own, IDbContextTransaction? outer, string savepoint)
    {
        if (own is not null) await own.RollbackAsync(CancellationToken.None);
        else if (outer is not null) await outer.RollbackToSavepointAsync(savepoint, CancellationToken.None);
    }
}

/// <summary>On an SQLite file, the default.</summary>
public sealed class SqlitePipelineDbContext(DbContextOptions<SqlitePipelineDbContext> options) : PipelineDbContext(options);

/// <summary>On SQL Server.</summary>
public sealed class SqlServerPipelineDbContext(DbContextOptions<SqlServerPipelineDbContext> options) : PipelineDbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        // SQLite compares text by its bytes; the same here, or codes that differ in case would be one code on one database and two on the other.
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => (p.GetValueConverter()?.ProviderClrType ?? p.ClrType) == typeof(string)))
            property.SetCollation("Latin1_General_100_BIN2");
    }
}
