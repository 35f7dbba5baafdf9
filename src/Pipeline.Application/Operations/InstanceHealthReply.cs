using Pipeline.Application.Common;

namespace Pipeline.Application.Operations;

/// <summary>How an instance and its database are.</summary>
/// <param name="At">The instant of this (UTC).</param>
/// <param name="Ready">Every check is met: the instance takes requests.</param>
/// <param name="Checks">What is checked, each with its reason where it is not met.</param>
/// <param name="Versions">Of the product and of what it runs on.</param>
/// <param name="Database">What holds the data.</param>
/// <param name="Events">Events that wait to be delivered, or were given up.</param>
/// <param name="Mails">Mails of notifications that wait to be sent, or were given up.</param>
/// <param name="Webhooks">Webhooks with messages that wait or were given up, most failures first.</param>
/// <param name="SlowRequests">The slowest requests of the last day at this instance, slowest first.</param>
/// <param name="Audit">The end of the audit's chain.</param>
public sealed record InstanceHealthReply(
    DateTimeOffset At,
    bool Ready,
    IReadOnlyList<HealthCheckReply> Checks,
    VersionsReply Versions,
    DatabaseReply Database,
    QueueReply Events,
    QueueReply Mails,
    IReadOnlyList<WebhookQueueReply> Webhooks,
    IReadOnlyList<SlowRequestReply> SlowRequests,
    AuditStateReply Audit
);

/// <summary>One of the checks that decide whether an instance is ready.</summary>
/// <param name="Name">Which one, for example <c>database</c>.</param>
/// <param name="Met">It is met.</param>
/// <param name="Reason">Why it is not, as <c>/health/ready</c> says it; null where it is.</param>
public sealed record HealthCheckReply(string Name, bool Met, string? Reason);

/// <summary>Versions.</summary>
/// <param name="Product">Of the program, with the commit that it was built from.</param>
/// <param name="Runtime">Of .NET.</param>
/// <param name="System">Of the operating system.</param>
public sealed record VersionsReply(string Product, string Runtime, string System);

/// <summary>A database.</summary>
/// <param name="Provider">What kind, as <c>Pipeline:Database:Provider</c> calls it.</param>
/// <param name="Version">The server's or the library's own version.</param>
/// <param name="Bytes">What it takes on the disk.</param>
/// <param name="Schema">The last migration that it has had.</param>
/// <param name="MissingMigrations">How many it has not had yet.</param>
public sealed record DatabaseReply(string Provider, string Version, long Bytes, string Schema, int MissingMigrations);

/// <summary>Messages on their way.</summary>
/// <param name="Waiting">To be sent, now or later.</param>
/// <param name="Retrying">Of those: begun before and not arrived yet.</param>
/// <param name="Failed">Given up; they can be sent again.</param>
/// <param name="NextAt">When the first that waits is due (UTC); long past where nothing sends. Null where none waits.</param>
public sealed record QueueReply(int Waiting, int Retrying, int Failed, DateTimeOffset? NextAt);

/// <summary>The messages of one webhook.</summary>
/// <param name="Webhook">The webhook, named by its description, or by its address.</param>
/// <param name="Portfolio">Whose it is.</param>
/// <param name="Enabled">It is switched on.</param>
/// <param name="Waiting">To be sent, now or later.</param>
/// <param name="Failed">Given up.</param>
public sealed record WebhookQueueReply(NamedRef Webhook, NamedRef Portfolio, bool Enabled, int Waiting, int Failed);

/// <summary>A request that took long.</summary>
/// <param name="At">When it ended (UTC).</param>
/// <param name="Method">For example <c>GET</c>.</param>
/// <param name="Route">The pattern of its address, without ids and without what was asked.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record SlowRequestReply(DateTimeOffset At, string Method, string Route, int Status, long Milliseconds);

/// <summary>The end of the audit's chain.</summary>
/// <param name="Entries">How many entries were written.</param>
/// <param name="LastHash">The last one's hash.</param>
/// <param name="LastVerification">The last time that the chain was computed again; null where it never was.</param>
public sealed record AuditStateReply(long Entries, string LastHash, AuditVerifiedReply? LastVerification);

/// <summary>A verification of the audit.</summary>
/// <param name="At">When (UTC).</param>
/// <param name="Entries">How many entries held, from the first on.</param>
/// <param name="Valid">All did.</param>
public sealed record AuditVerifiedReply(DateTimeOffset At, long Entries, bool Valid);
