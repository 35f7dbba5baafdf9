using Pipeline.Domain.Common;

namespace Pipeline.Domain.Records.Events;

/// <summary>A version of a document was written.</summary>
/// <param name="Type">The document's kind and what happened, for example <c>alliance.recorded</c>.</param>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Version">From 1.</param>
public sealed record DocumentRecorded(string Type, DateTimeOffset OccurredAt, Guid DocumentId, int Version)
    : DomainEvent(Type, OccurredAt);
