using System.Data.Common;
using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Calendars;
using Pipeline.Domain.Closings;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Imports;
using Pipeline.Domain.Notifications;
using Pipeline.Domain.Observatory;
using Pipeline.Domain.Organisations;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Records;
using Pipeline.Domain.Reminders;
using Pipeline.Domain.Support;
using Pipeline.Domain.Webhooks;
using Pipeline.Infrastructure.Identity;
using Pipeline.Infrastructure.Identity.Keys;
using Pipeline.Infrastructure.Persistence.Audit;
using Pipeline.Infrastructure.Persistence.Loading;
using Pipeline.Infrastructure.Persistence.Outbox;
using Pipeline.Infrastructure.Persistence.Providers;

namespace Pipeline.Infrastructure.Persistence;

/// <summary>The one model. Each provider derives a context of its own, which adds what only its database needs.</summary>
/// <param name="caller">Whoever the audit names; without one nothing of record can be saved.</param>
/// <param name="time">The audit's clock.</param>
/// <param name="signal">Told of committed events; null where nothing delivers them.</param>
public abstract class PipelineDbContext(
    DbContextOptions options,
    ICaller? caller,
    TimeProvider? time,
    OutboxSignal? signal
) : IdentityUserContext<PipelineUser, Guid>(options), IPipelineDb
{
    private const int Attempts = 5;

    // Milliseconds, doubled with each attempt; a part of it by chance, so that those who met do not meet again.
    private const int Pause = 25;

    private readonly List<DomainEvent> _raised = [];
    private bool _hasEvents;
    private bool _answering;
    private IDbContextTransaction? _lasting;

    /// <summary>The database that this context is of.</summary>
    public abstract IDatabaseProvider Provider { get; }

    /// <inheritdoc />
    public DbSet<Project> Projects => Set<Project>();

    /// <inheritdoc />
    public DbSet<Holding> Holdings => Set<Holding>();

    /// <inheritdoc />
    public DbSet<HoldingEnd> HoldingEnds => Set<HoldingEnd>();

    /// <inheritdoc />
    public DbSet<ProjectTag> Tags => Set<ProjectTag>();

    /// <inheritdoc />
    public DbSet<Territory> Territories => Set<Territory>();

    /// <inheritdoc />
    public DbSet<Stakeholder> Stakeholders => Set<Stakeholder>();

    /// <inheritdoc />
    public DbSet<ProjectOwner> Owners => Set<ProjectOwner>();

    /// <inheritdoc />
    public DbSet<Transition> Transitions => Set<Transition>();

    /// <inheritdoc />
    public DbSet<EffectiveTransition> Effects => Set<EffectiveTransition>();

    /// <inheritdoc />
    public DbSet<TransitionDecision> Decisions => Set<TransitionDecision>();

    /// <inheritdoc />
    public DbSet<Portfolio> Portfolios => Set<Portfolio>();

    /// <inheritdoc />
    public DbSet<PortfolioMember> Members => Set<PortfolioMember>();

    /// <inheritdoc />
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    /// <inheritdoc />
    public DbSet<Webhook> Webhooks => Set<Webhook>();

    /// <inheritdoc />
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    /// <inheritdoc />
    public DbSet<Notification> Notifications => Set<Notification>();

    /// <inheritdoc />
    public DbSet<Closing> Closings => Set<Closing>();

    /// <inheritdoc />
    public DbSet<ClosingFileContent> ClosingFileContents => Set<ClosingFileContent>();

    /// <inheritdoc />
    public DbSet<ClosingKey> ClosingKeys => Set<ClosingKey>();

    /// <inheritdoc />
    public DbSet<NotificationPreferences> NotificationPreferences => Set<NotificationPreferences>();

    /// <inheritdoc />
    public DbSet<NotificationMail> NotificationMails => Set<NotificationMail>();

    /// <inheritdoc />
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    /// <inheritdoc />
    public DbSet<ReminderRules> ReminderRules => Set<ReminderRules>();

    /// <inheritdoc />
    public DbSet<ReminderRun> ReminderRuns => Set<ReminderRun>();

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
    public DbSet<Document> Documents => Set<Document>();

    /// <inheritdoc />
    public DbSet<DocumentContent> DocumentContents => Set<DocumentContent>();

    /// <inheritdoc />
    public DbSet<DocumentChunk> DocumentChunks => Set<DocumentChunk>();

    /// <inheritdoc />
    public DbSet<DocumentVersion> DocumentVersions => Set<DocumentVersion>();

    /// <inheritdoc />
    public DbSet<FactEntry> FactEntries => Set<FactEntry>();

    /// <inheritdoc />
    public DbSet<Observation> Observations => Set<Observation>();

    /// <inheritdoc />
    public DbSet<Import> Imports => Set<Import>();

    /// <inheritdoc />
    public DbSet<ReversedRow> ReversedRows => Set<ReversedRow>();

    /// <inheritdoc />
    public DbSet<ImportMapping> ImportMappings => Set<ImportMapping>();

    /// <inheritdoc />
    public DbSet<SavedView> SavedViews => Set<SavedView>();

    /// <inheritdoc />
    public DbSet<ReferenceDocument> ReferenceDocuments => Set<ReferenceDocument>();

    /// <inheritdoc />
    public DbSet<FormerVersion> FormerVersions => Set<FormerVersion>();

    /// <inheritdoc />
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    /// <inheritdoc />
    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    /// <inheritdoc />
    public DbSet<AuditVerification> AuditVerifications => Set<AuditVerification>();

    /// <summary>First answers to POSTs that carried an Idempotency-Key.</summary>
    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    /// <summary>Sign-ins.</summary>
    public DbSet<UserSession> Sessions => Set<UserSession>();

    /// <summary>One-time links that set passwords.</summary>
    public DbSet<OneTimeLink> Links => Set<OneTimeLink>();

    /// <summary>The keys that seal tokens, where no folder is set for them.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Events that wait for their delivery, and those that have had it.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <inheritdoc />
    public abstract IPipelineDb OpenSecondConnection();

    /// <inheritdoc />
    public async Task InsertAsync(IReadOnlyList<object> things, CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is null)
            throw new InvalidOperationException(
                "Things and what the audit says of them commit together: begin a transaction."
            );
        if (caller is null || time is null)
            throw new InvalidOperationException("Nobody is there whom the audit could name.");
        var added = things.SelectMany(thing => NewRow.Of(Model, thing)).ToList();
        var changes = AuditRecorder.Read([.. added.Select(AuditRow.Of)]);
        if (changes.Count == 0)
            return;
        var (head, entries) = await AuditChainWriter.LinkAsync(
            this,
            changes,
            caller,
            time.GetUtcNow(),
            cancellationToken
        );
        Entry(head).State = EntityState.Detached;
        foreach (var row in added)
            RecordedInstants.PutNew(row.Type, row.Entity, head.RecordedAt);
        await WriteEventsAsync(things, head.RecordedAt, cancellationToken);
        using var rows = new BulkInsert(this);
        try
        {
            foreach (var thing in things)
                rows.Add(thing);
            foreach (var entry in entries)
                rows.Add(entry);
        }
        catch (DbException e)
        {
            throw new DbUpdateException(e.Message, e);
        }
        // By itself: saving here would write what else is tracked, without a word in the audit.
        await AuditChainWriter.MoveHeadAsync(this, head, cancellationToken);
    }

    /// <inheritdoc />
    public void ClearTracking()
    {
        ChangeTracker.Clear();
        _raised.Clear();
    }

    /// <inheritdoc />
    public void Raise(DomainEvent happened) => _raised.Add(happened);

    /// <inheritdoc />
    public async Task<T> InSnapshotAsync<T>(Func<Task<T>> query, bool lasting, CancellationToken cancellationToken)
    {
        if (!_answering)
            await EndSnapshotAsync();
        if (Database.CurrentTransaction is not null)
            return await query();
        var snapshot = await Provider.BeginSnapshotAsync(this, cancellationToken);
        _answering = true;
        try
        {
            var reply = await query();
            if (lasting)
                _lasting = snapshot;
            return reply;
        }
        finally
        {
            _answering = false;
            if (_lasting is null)
                await snapshot.DisposeAsync();
        }
    }

    /// <inheritdoc />
    public async Task<T> InTransactionAsync<T>(Func<Task<T>> command, CancellationToken cancellationToken)
    {
        await EndSnapshotAsync();
        var wait = false;
        for (var attempt = 1; ; attempt++)
        {
            if (wait)
                await Task.Delay(
                    TimeSpan.FromMilliseconds(Random.Shared.Next(Pause << (attempt - 1))),
                    cancellationToken
                );
            var outer = Database.CurrentTransaction;
            using var turn = outer is null ? await Provider.TakeWriteTurnAsync(this, cancellationToken) : null;
            IDbContextTransaction? own = null;
            var (savepoint, committing) = ($"attempt{attempt}", false);
            try
            {
                // A transaction of SQLite begins as a write here (BEGIN IMMEDIATE): one that reads first and writes later can be refused half-way.
                if (outer is null)
                    own = await Database.BeginTransactionAsync(cancellationToken);
                else
                    await outer.CreateSavepointAsync(savepoint, cancellationToken);
                // Whoever was overtaken once goes by itself: behind the audit's head, which every writer takes, nobody overtakes it while it reads.
                if (attempt > 1)
                    await AuditChainWriter.TakeHeadAsync(this, cancellationToken);
                var result = await command();
                committing = true;
                // Not given up once it is sent: whoever is told that it was would find it done.
                if (own is not null)
                    await CommitAsync(own, CancellationToken.None);
                return result;
            }
            catch (Exception e)
            {
                ClearTracking();
                await RollBackAsync(own, outer, savepoint, e);
                // A commit that failed may have happened all the same: only the client knows whether to send it again (docs/adr/0013).
                if (committing || attempt == Attempts || !CanRunAgain(e, outer))
                    throw;
                wait = DatabaseProviders.IsTransient(e);
            }
            finally
            {
                if (own is not null)
                    await own.DisposeAsync();
            }
        }
    }

    /// <inheritdoc />
    public bool IsAnswering => _answering || _lasting is not null;

    /// <inheritdoc />
    public Task TakeTurnAsync(CancellationToken cancellationToken) =>
        Database.CurrentTransaction is null
            ? throw new InvalidOperationException("A turn lasts as long as a transaction: begin one.")
            : AuditChainWriter.TakeHeadAsync(this, cancellationToken);

    /// <summary>Commits, and wakes the worker that delivers what happened.</summary>
    internal async Task CommitAsync(IDbContextTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.CommitAsync(cancellationToken);
        if (_hasEvents)
            signal?.Set();
        _hasEvents = false;
    }

    /// <summary>
    /// Saves what changed together with what the audit says of it and with the events that it raised. Refuses to update or delete what is written once; the database's own triggers are the
    /// second lock.
    /// </summary>
    /// <exception cref="InvalidOperationException">A change to an <see cref="IAppendOnly"/> record.</exception>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        var entries = ChangeTracker.Entries().ToList();
        foreach (var entry in entries)
            if (entry is { Entity: IAppendOnly, State: EntityState.Modified or EntityState.Deleted })
                throw new InvalidOperationException(
                    $"{entry.Metadata.ClrType.Name} is append-only: it cannot be {entry.State.ToString().ToLowerInvariant()}."
                );
        var changes = AuditRecorder.Read(entries.ConvertAll(AuditRow.Of));
        // A version can be raised without anything that the audit tells: what it was is kept all the same.
        var recorded = changes.Count > 0 || History.FormerVersions.Of(entries, default).Count > 0;
        if (!recorded && _raised.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (ProjectFacts.RaiseVersions(changes, entries.ConvertAll(entry => entry.Entity)))
            ChangeTracker.DetectChanges();
        return await SaveWholeAsync(entries, changes, recorded, acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Not to be used: saving waits for the audit's place in its chain.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: only there the audit is written.");

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateOnly>().HaveColumnType("date");
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PipelineDbContext).Assembly);
        builder.Entity<PipelineUser>().ToTable("Users");
        builder.Entity<Person>().HasNoKey().ToView("Users");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("UserClaims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("UserLogins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("UserTokens");
        // SQLite compares text by its bytes; the same elsewhere, or codes that differ in case would be one code on one database and two on the other.
        if (TextCollation is { } collation)
            foreach (
                var property in builder
                    .Model.GetEntityTypes()
                    .SelectMany(t => t.GetProperties())
                    .Where(p => (p.GetValueConverter()?.ProviderClrType ?? p.ClrType) == typeof(string))
            )
                property.SetCollation(collation);
    }

    /// <summary>The collation that compares text by code point; null where the database does so by itself.</summary>
    protected virtual string? TextCollation => null;

    /// <summary>
    /// The statement that takes due events from the outbox for one worker, so that no other takes them at the same time and none waits for another:
    /// <c>{0}</c> the lease, <c>{1}</c> its end, <c>{2}</c> now, <c>{3}</c> the lane (<see cref="OutboxStore.Due"/>).
    /// </summary>
    internal abstract string TakeFromOutbox(OutboxShare share);

    private async Task<int> SaveWholeAsync(
        List<EntityEntry> entries,
        IReadOnlyList<AuditChange> changes,
        bool recorded,
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken
    )
    {
        if (caller is null || time is null)
            throw new InvalidOperationException("Nobody is there whom the audit could name.");
        await EndSnapshotAsync();
        // A change, what is said of it and what it raised commit together, also where nobody has begun a transaction.
        using var turn = Database.CurrentTransaction is null
            ? await Provider.TakeWriteTurnAsync(this, cancellationToken)
            : null;
        await using var own = Database.CurrentTransaction is null
            ? await Database.BeginTransactionAsync(cancellationToken)
            : null;
        IReadOnlyList<object> appended = [];
        try
        {
            var recordedAt = time.GetUtcNow();
            if (recorded)
            {
                (recordedAt, appended) = await AuditChainWriter.AppendAsync(
                    this,
                    changes,
                    caller,
                    recordedAt,
                    cancellationToken
                );
                RecordedInstants.Put(entries, recordedAt);
                var former = History.FormerVersions.Of(entries, recordedAt);
                FormerVersions.AddRange(former);
                appended = [.. appended, .. former];
            }
            await WriteEventsAsync(entries.ConvertAll(entry => entry.Entity), recordedAt, cancellationToken);
            var saved = await SaveKnownAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (own is not null)
                await CommitAsync(own, cancellationToken);
            return saved - appended.Count;
        }
        finally
        {
            // Whatever became of them, a later save has entries of its own.
            foreach (var entity in appended)
                Entry(entity).State = EntityState.Detached;
        }
    }

    // What changed was looked for when the audit was told of it: going through everything that is tracked once more is a tenth of a small save.
    private async Task<int> SaveKnownAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    // What was read while it was written out has been read to its end, or will not be.
    private async Task EndSnapshotAsync()
    {
        if (_lasting is not { } snapshot)
            return;
        _lasting = null;
        await snapshot.DisposeAsync();
    }

    // Behind the head of the audit, which orders the writers: events lie in the outbox as their causes were committed.
    private async Task WriteEventsAsync(
        IReadOnlyList<object> things,
        DateTimeOffset recordedAt,
        CancellationToken cancellationToken
    )
    {
        var events = things.OfType<EventSource>().SelectMany(thing => thing.TakeEvents()).Concat(_raised).ToList();
        _raised.Clear();
        if (events.Count == 0)
            return;
        // Another format than W3C's has no fixed length.
        var cause = Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: var id } ? id : null;
        await RowWriter.WriteAsync(
            this,
            events.ConvertAll(e => OutboxMessage.Of(e, caller!.UserId, cause, recordedAt, time!.GetUtcNow())),
            cancellationToken
        );
        _hasEvents = true;
    }

    // Somebody was faster: a stale version, or a key that has just been taken. On fresh data the command judges for itself. Or the server dropped the
    // transaction, which can be begun anew by whoever began it.
    private static bool CanRunAgain(Exception e, IDbContextTransaction? outer) =>
        DatabaseProviders.TroubleOf(e) is null
            ? e is DbUpdateException
            : outer is null && DatabaseProviders.IsTransient(e);

    private static async Task RollBackAsync(
        IDbContextTransaction? own,
        IDbContextTransaction? outer,
        string savepoint,
        Exception cause
    )
    {
        try
        {
            if (own is not null)
                await own.RollbackAsync(CancellationToken.None);
            else if (outer is not null)
                await outer.RollbackToSavepointAsync(savepoint, CancellationToken.None);
        }
        catch (Exception) when (DatabaseProviders.TroubleOf(cause) is not null)
        {
            // It was rolled back with what went wrong, or is with the end of the connection; what went wrong is what has to be told.
        }
    }
}
