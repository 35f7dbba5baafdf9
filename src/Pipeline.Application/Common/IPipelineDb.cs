using Microsoft.EntityFrameworkCore;
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

namespace Pipeline.Application.Common;

/// <summary>
/// The store as use cases see it (docs/adr/0003). Writes load an aggregate whole through <see cref="Loaders"/>; reads project from the sets
/// straight to their replies and load no aggregate.
/// </summary>
public interface IPipelineDb : IAsyncDisposable
{
    /// <summary>Projects with what belongs to them.</summary>
    DbSet<Project> Projects { get; }

    /// <summary>Projects in portfolios, closed holdings included.</summary>
    DbSet<Holding> Holdings { get; }

    /// <summary>Ends of holdings, with their reasons.</summary>
    DbSet<HoldingEnd> HoldingEnds { get; }

    /// <summary>SDGs, domains and regions of projects, retired ones included.</summary>
    DbSet<ProjectTag> Tags { get; }

    /// <summary>Territories as they are now.</summary>
    DbSet<Territory> Territories { get; }

    /// <summary>Stakeholders as they are now.</summary>
    DbSet<Stakeholder> Stakeholders { get; }

    /// <summary>Owners of projects.</summary>
    DbSet<ProjectOwner> Owners { get; }

    /// <summary>Reported transitions.</summary>
    DbSet<Transition> Transitions { get; }

    /// <summary>Moves that happened.</summary>
    DbSet<EffectiveTransition> Effects { get; }

    /// <summary>Answers to reports.</summary>
    DbSet<TransitionDecision> Decisions { get; }

    /// <summary>Portfolios.</summary>
    DbSet<Portfolio> Portfolios { get; }

    /// <summary>Roles in portfolios.</summary>
    DbSet<PortfolioMember> Members { get; }

    /// <summary>Machines' ways into portfolios, revoked ones included.</summary>
    DbSet<ApiKey> ApiKeys { get; }

    /// <summary>Addresses that events are sent to, removed ones included.</summary>
    DbSet<Webhook> Webhooks { get; }

    /// <summary>Events on their way to webhooks, and those that have arrived of late.</summary>
    DbSet<WebhookDelivery> WebhookDeliveries { get; }

    /// <summary>What people were told, one row for each of them.</summary>
    DbSet<Notification> Notifications { get; }

    /// <summary>Periods that were closed.</summary>
    DbSet<Closing> Closings { get; }

    /// <summary>The bytes of their files.</summary>
    DbSet<ClosingFileContent> ClosingFileContents { get; }

    /// <summary>The keys that signed them.</summary>
    DbSet<ClosingKey> ClosingKeys { get; }

    /// <summary>How people want to be told by mail.</summary>
    DbSet<NotificationPreferences> NotificationPreferences { get; }

    /// <summary>Mails on their way to people, and those that have arrived of late.</summary>
    DbSet<NotificationMail> NotificationMails { get; }

    /// <summary>Secret addresses at which calendars are read, ended ones included.</summary>
    DbSet<CalendarFeed> CalendarFeeds { get; }

    /// <summary>When people are reminded of a portfolio's deadlines.</summary>
    DbSet<ReminderRules> ReminderRules { get; }

    /// <summary>What they were reminded of.</summary>
    DbSet<ReminderRun> ReminderRuns { get; }

    /// <summary>The shared directory.</summary>
    DbSet<Organisation> Organisations { get; }

    /// <summary>The planned ledger.</summary>
    DbSet<PlanVersion> PlanVersions { get; }

    /// <summary>The planned ledger's amounts.</summary>
    DbSet<PlanLine> PlanLines { get; }

    /// <summary>The committed ledger.</summary>
    DbSet<Commitment> Commitments { get; }

    /// <summary>Ends of commitments.</summary>
    DbSet<CommitmentCancellation> Cancellations { get; }

    /// <summary>The delivered ledger, reversals included.</summary>
    DbSet<Delivery> Deliveries { get; }

    /// <summary>Evaluations.</summary>
    DbSet<Evaluation> Evaluations { get; }

    /// <summary>Files of projects, removed ones included.</summary>
    DbSet<Document> Documents { get; }

    /// <summary>Their bytes, as far as they are there.</summary>
    DbSet<DocumentContent> DocumentContents { get; }

    /// <summary>The bytes, piece by piece.</summary>
    DbSet<DocumentChunk> DocumentChunks { get; }

    /// <summary>Versions of the modules' documents (docs/adr/0030).</summary>
    DbSet<DocumentVersion> DocumentVersions { get; }

    /// <summary>Facts of the modules, and what takes them back.</summary>
    DbSet<FactEntry> FactEntries { get; }

    /// <summary>What is published of fragilities, corrected values included.</summary>
    DbSet<Observation> Observations { get; }

    /// <summary>Files that were taken in, those that were taken back among them.</summary>
    DbSet<Import> Imports { get; }

    /// <summary>What taking imports back left of projects that had been there before.</summary>
    DbSet<ReversedRow> ReversedRows { get; }

    /// <summary>Mappings that portfolios keep.</summary>
    DbSet<ImportMapping> ImportMappings { get; }

    /// <summary>Views of the list of projects that people keep.</summary>
    DbSet<SavedView> SavedViews { get; }

    /// <summary>Reference data that an administrator changed, as documents.</summary>
    DbSet<ReferenceDocument> ReferenceDocuments { get; }

    /// <summary>What was replaced, by when it was.</summary>
    DbSet<FormerVersion> FormerVersions { get; }

    /// <summary>Every change of record, linked; written by saving, never by hand.</summary>
    DbSet<AuditEntry> AuditEntries { get; }

    /// <summary>The end of the chain of audit entries.</summary>
    DbSet<AuditHead> AuditHeads { get; }

    /// <summary>The note of the audit's last verification.</summary>
    DbSet<AuditVerification> AuditVerifications { get; }

    /// <summary>The same store by a connection of its own, to be read beside this one; whoever takes it disposes of it.</summary>
    IPipelineDb OpenSecondConnection();

    /// <summary>Something happened that no aggregate raises; it goes to the outbox with the next save, as what aggregates raise does.</summary>
    void Raise(DomainEvent happened);

    /// <summary>
    /// Saves what changed, what the audit says of it, and the events that it raised. Facts of a project raise its version, for which it has to be loaded.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else saved the same aggregate in between.</exception>
    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes many new things at once, with what the audit says of each, as saving them would; they are not tracked. For imports, within their
    /// transaction (docs/adr/0014).
    /// </summary>
    /// <param name="things">Aggregates, new and whole, what others refer to first.</param>
    /// <exception cref="DbUpdateException">The database refuses one of them, for example because its key was taken meanwhile.</exception>
    Task InsertAsync(IReadOnlyList<object> things, CancellationToken cancellationToken);

    /// <summary>Forgets what was loaded, for long imports.</summary>
    void ClearTracking();

    /// <summary>
    /// Runs a command as one write: begun as a write, so that what it reads stays true until it commits; run again on fresh data when somebody
    /// else was faster; rolled back whole when it throws. Joins a transaction that is open already.
    /// </summary>
    Task<T> InTransactionAsync<T>(Func<Task<T>> command, CancellationToken cancellationToken);

    /// <summary>Whether what is read now is one snapshot of what was committed: what nobody can take back any more.</summary>
    bool IsAnswering { get; }

    /// <summary>
    /// Waits until nobody else is writing, and lets nobody write until the command has ended: what it reads from here on stays true. For what no version and no
    /// unique key guards, as places that are counted (docs/adr/0055); within a command, before anything is read that is judged.
    /// </summary>
    Task TakeTurnAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs a query in one snapshot of the database: however many commands it takes, they see one moment, and writers wait for none of them. Within a
    /// transaction or another snapshot it joins that one.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="lasting">The snapshot goes on until the scope ends, or something else is begun in it: rows are read while they are written out.</param>
    Task<T> InSnapshotAsync<T>(Func<Task<T>> query, bool lasting, CancellationToken cancellationToken);
}

/// <summary>Reference data that an administrator changed; what has no document stands as the domain defines it.</summary>
public sealed class ReferenceDocument
{
    /// <summary>Which data, for example <c>ratioReferences</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The data as JSON.</summary>
    public required string Json { get; set; }

    /// <summary>From 1, raised by every change.</summary>
    public long Version { get; set; } = 1;
}
