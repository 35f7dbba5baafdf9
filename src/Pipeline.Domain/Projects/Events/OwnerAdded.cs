using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects.Events;

/// <summary>A person was made an owner of a project: a member, as those of its portfolio are.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="UserId">The person.</param>
/// <param name="Role"><c>owner</c>, where a portfolio's member has their role in it.</param>
public sealed record OwnerAdded(DateTimeOffset OccurredAt, Guid UserId, string Role)
    : DomainEvent("member.added", OccurredAt);
