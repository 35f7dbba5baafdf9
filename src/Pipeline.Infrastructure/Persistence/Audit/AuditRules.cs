using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Calendars;
using Pipeline.Domain.Closings;
using Pipeline.Domain.Common;
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
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Persistence.Audit;

/// <summary>How changes of one type of entity are told: as fields of the thing that it is or belongs to, or as an element of one of its lists.</summary>
/// <param name="Kind">The thing.</param>
/// <param name="Key">The property that holds the thing's id.</param>
internal sealed record AuditRule(AuditKind Kind, string Key)
{
    /// <summary>The thing itself, and no part of it.</summary>
    public bool IsRoot { get; init; }

    /// <summary>The property that holds the project's id; null where <see cref="Via"/> knows it, or where there is none.</summary>
    public string? Project { get; init; }

    /// <summary>The type whose project it is, found by <see cref="ViaKey"/>.</summary>
    public Type? Via { get; init; }

    /// <summary>The property that holds the id of a <see cref="Via"/>.</summary>
    public string ViaKey { get; init; } = "";

    /// <summary>The project that a row without one is about all the same; null where none is.</summary>
    public Func<AuditRow, Guid?>? About { get; init; }

    /// <summary>In front of its fields, for example <c>decision.</c>.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The thing where the row itself says what it is; null where it is <see cref="Kind"/>.</summary>
    public Func<AuditRow, AuditKind>? KindOf { get; init; }

    /// <summary>
    /// The property that holds a whole document as JSON: its fields are told, against those of the version before, which is tracked beside it. Null for all else.
    /// </summary>
    public string? Whole { get; init; }

    /// <summary>The list that an entity is an element of; null when it has fields of its own.</summary>
    public Func<AuditRow, string>? List { get; init; }

    /// <summary>The only properties that are told; all but <see cref="Excluded"/> where empty.</summary>
    public string[] Only { get; init; } = [];

    /// <summary>Properties that follow from others or from the entry itself: who and when.</summary>
    public string[] Excluded { get; init; } = [];

    /// <summary>Properties that name a person or open a door: told to have changed, never what they are.</summary>
    public string[] Redacted { get; init; } = [];
}

/// <summary>What the audit tells of every type that is stored. A type that is missing here cannot be saved: nothing changes unsaid by oversight.</summary>
internal static class AuditRules
{
    private static readonly string[] Recording = ["RecordedAt", "RecordedBy"];

    private static readonly Dictionary<Type, AuditRule> Rules = new()
    {
        [typeof(Project)] = new(AuditKind.Project, "Id")
        {
            IsRoot = true,
            Project = "Id",
            Excluded = ["NameKey", "SearchText", "Version", "RecordedAt", "VoidedAt", "VoidedBy"],
        },
        [typeof(Territory)] = InProject(_ => "territories"),
        [typeof(Stakeholder)] = InProject(_ => "stakeholders") with { Redacted = ["Name"] },
        [typeof(ProjectOwner)] = InProject(_ => "owners"),
        [typeof(Holding)] = InProject(_ => "holdings") with { Excluded = ["RecordedAt", "EndedAt", "EndedOn"] },
        [typeof(HoldingEnd)] = new(AuditKind.Project, "ProjectId")
        {
            Project = "ProjectId",
            Prefix = "holdingEnd.",
            Excluded = [.. Recording, "HoldingId"],
        },
        [typeof(ProjectTag)] = InProject(e => $"{Codes.Of((TagDimension)e.Current("Dimension")!)}s") with
        {
            Only = ["Code"],
        },
        [typeof(Transition)] = new(AuditKind.Transition, "Id")
        {
            IsRoot = true,
            Project = "ProjectId",
            Excluded = ["Gate", "RecordedAt", "ReportedBy", "LessonsSearch"],
        },
        [typeof(TransitionDecision)] = new(AuditKind.Transition, "TransitionId")
        {
            Via = typeof(Transition),
            ViaKey = "TransitionId",
            Prefix = "decision.",
            Only = ["Outcome", "Reason"],
        },
        [typeof(EffectiveTransition)] = new(AuditKind.Transition, "TransitionId")
        {
            Project = "ProjectId",
            Prefix = "effect.",
            Only = ["Sequence", "Waivers", "StayDays"],
        },
        [typeof(PlanVersion)] = new(AuditKind.Plan, "Id")
        {
            IsRoot = true,
            Project = "ProjectId",
            Excluded = Recording,
        },
        [typeof(PlanLine)] = new(AuditKind.Plan, "PlanVersionId")
        {
            Via = typeof(PlanVersion),
            ViaKey = "PlanVersionId",
            List = _ => "lines",
        },
        [typeof(Commitment)] = new(AuditKind.Commitment, "Id")
        {
            IsRoot = true,
            Project = "ProjectId",
            Excluded = Recording,
        },
        [typeof(CommitmentCancellation)] = new(AuditKind.Commitment, "CommitmentId")
        {
            Via = typeof(Commitment),
            ViaKey = "CommitmentId",
            Prefix = "cancellation.",
            Excluded = Recording,
        },
        [typeof(Delivery)] = new(AuditKind.Delivery, "Id")
        {
            IsRoot = true,
            Via = typeof(Commitment),
            ViaKey = "CommitmentId",
            Excluded = Recording,
        },
        [typeof(Evaluation)] = new(AuditKind.Evaluation, "Id")
        {
            IsRoot = true,
            Project = "ProjectId",
            Excluded = Recording,
            Redacted = ["Evaluator"],
        },
        [typeof(DocumentVersion)] = new(AuditKind.Project, "DocumentId")
        {
            IsRoot = true,
            Project = "ProjectId",
            About = ProjectOfParticipation,
            KindOf = row => KindOf((DocumentKind)row.Current("Kind")!),
            Whole = "Json",
            Only = ["Json"],
        },
        [typeof(FactEntry)] = new(AuditKind.Project, "Id")
        {
            IsRoot = true,
            Project = "ProjectId",
            KindOf = row => KindOf((FactKind)row.Current("Kind")!),
            Excluded = [.. Recording, "Kind", "ProjectId"],
        },
        [typeof(Observation)] = new(AuditKind.Observation, "Id") { IsRoot = true, Excluded = Recording },
        [typeof(Portfolio)] = new(AuditKind.Portfolio, "Id") { IsRoot = true, Excluded = ["Version"] },
        [typeof(PortfolioMember)] = new(AuditKind.Portfolio, "PortfolioId") { List = _ => "members" },
        [typeof(Organisation)] = new(AuditKind.Organisation, "Id") { IsRoot = true, Excluded = ["NameKey", "Version"] },
        [typeof(PipelineUser)] = new(AuditKind.User, "Id")
        {
            // What the framework keeps beside (stamps, failed attempts, lockouts) is no change of record, and nothing of it may be seen.
            IsRoot = true,
            Only = ["Email", "Name", "PasswordHash", "IsAdministrator", "LockedAt", "AnonymisedAt"],
            Redacted = ["Email", "Name", "PasswordHash"],
        },
        // That they are linked, and to which provider; as whom, nobody needs to know.
        [typeof(IdentityUserLogin<Guid>)] = new(AuditKind.User, "UserId")
        {
            Prefix = "singleSignOn.",
            Only = ["LoginProvider"],
        },
        // Its renewals and last use are no change of record.
        [typeof(UserSession)] = new(AuditKind.Session, "Id") { IsRoot = true, Only = ["UserId", "EndedAt"] },
        [typeof(OneTimeLink)] = new(AuditKind.PasswordLink, "Id")
        {
            IsRoot = true,
            Only = ["UserId", "Purpose", "ExpiresAt", "EndedAt"],
        },
        [typeof(ApiKey)] = new(AuditKind.ApiKey, "Id")
        {
            IsRoot = true,
            Excluded = ["SecretHash", "LastUsedAt", "IssuedBy", "CreatedAt", "Version"],
        },
        [typeof(Import)] = new(AuditKind.Import, "Id")
        {
            IsRoot = true,
            Only = ["PortfolioId", "FileName", "Format", "OnError", "Mapping", "Counts"],
        },
        [typeof(ImportReversal)] = new(AuditKind.Import, "ImportId") { Prefix = "reversal.", Only = ["Reason"] },
        [typeof(ImportMapping)] = new(AuditKind.ImportMapping, "Id") { IsRoot = true, Excluded = ["Version"] },
        [typeof(Closing)] = new(AuditKind.Closing, "Id")
        {
            IsRoot = true,
            Only = ["PortfolioId", "AsOf", "KnownAt", "Note", "KeyId", "Signature"],
        },
        [typeof(ReminderRules)] = new(AuditKind.ReminderRules, "PortfolioId") { IsRoot = true, Excluded = ["Version"] },
        [typeof(CalendarFeed)] = new(AuditKind.Calendar, "UserId")
        {
            IsRoot = true,
            Only = ["TokenHash", "EndedAt"],
            Redacted = ["TokenHash"],
        },
        // An address may hold a receiver's own secret.
        [typeof(Webhook)] = new(AuditKind.Webhook, "Id")
        {
            IsRoot = true,
            Excluded = ["FailingSince", "PreviousSecret", "PreviousUntil", "CreatedBy", "CreatedAt", "Version"],
            Redacted = ["Url", "SealedSecret"],
        },
        [typeof(Domain.Documents.Document)] = new(AuditKind.Document, "Id")
        {
            IsRoot = true,
            Project = "ProjectId",
            Excluded = ["ContentId", "RemovedAt", "RemovedBy", "Version", .. Recording],
        },
        [typeof(SavedView)] = new(AuditKind.SavedView, "Id") { IsRoot = true, Excluded = ["Version"] },
        [typeof(ReferenceDocument)] = new(AuditKind.ReferenceData, "Key") { IsRoot = true, Excluded = ["Version"] },
    };

    // Kept for a day so that a retry gets its answer; what the answer says was done is in the audit by itself. Keys that seal tokens are made by the
    // program, which tells nobody what they are. What happened is in the audit by its cause; that it
    // is delivered is no change of record. A former version says what the audit says of its replacement. A closing's signature stands for its files.
    private static readonly HashSet<Type> NotAudited =
    [
        typeof(IdempotencyRecord),
        typeof(IdentityUserClaim<Guid>),
        typeof(IdentityUserToken<Guid>),
        typeof(AuditEntry),
        typeof(AuditHead),
        typeof(FormerVersion),
        typeof(DataProtectionKey),
        typeof(Person),
        typeof(OutboxMessage),
        typeof(ImportedRow),
        typeof(ReversedRow),
        typeof(WebhookDelivery),
        typeof(Notification),
        typeof(ClosingFile),
        typeof(ClosingFileContent),
        typeof(ClosingKey),
        typeof(NotificationMail),
        typeof(ReminderRun),
        typeof(AuditVerification),
        typeof(NotificationPreferences),
        typeof(Domain.Documents.DocumentContent),
        typeof(Domain.Documents.DocumentChunk),
    ];

    /// <summary>The rule of a type; null for what is no change of record.</summary>
    /// <exception cref="InvalidOperationException">Nobody has said how the type is told.</exception>
    public static AuditRule? Of(Type type) =>
        Rules.TryGetValue(type, out var rule) ? rule
        : NotAudited.Contains(type) ? null
        : throw new InvalidOperationException(
            $"{type.Name} is stored, and {nameof(AuditRules)} does not say how its changes are told."
        );

    // What a record is stored as and what the audit calls it go by one code.
    private static AuditKind KindOf(Enum kind) =>
        Codes.TryParse<AuditKind>(Codes.Of(kind), out var told)
            ? told
            : throw new InvalidOperationException($"The audit has no kind for {kind}.");

    // A portfolio's own, and yet a part of the way of the project that takes part.
    private static Guid? ProjectOfParticipation(AuditRow row) =>
        (DocumentKind)row.Current("Kind")! == DocumentKind.Participation
            ? JsonNode.Parse((string)row.Current("Json")!)!["who"]?["projectId"]?.GetValue<Guid>()
            : null;

    private static AuditRule InProject(Func<AuditRow, string> list) =>
        new(AuditKind.Project, "ProjectId") { Project = "ProjectId", List = list };
}
