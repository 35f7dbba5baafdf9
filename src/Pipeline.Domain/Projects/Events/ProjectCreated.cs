using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects.Events;

/// <summary>A project began.</summary>
/// <param name="OccurredAt">When (UTC).</param>
public sealed record ProjectCreated(DateTimeOffset OccurredAt) : DomainEvent("project.created", OccurredAt);
