using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects.Events;

/// <summary>A project that was entered by mistake was taken back.</summary>
/// <param name="OccurredAt">When (UTC).</param>
public sealed record ProjectVoided(DateTimeOffset OccurredAt) : DomainEvent("project.voided", OccurredAt);
