using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects.Events;

/// <summary>A person was made an owner of a project, or given a role in a portfolio in which they had none.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="UserId">The person.</param>
/// <param name="Role">The code of the role in the portfolio; <c>owner</c> of a project.</param>
public sealed record MemberAdded(DateTimeOffset OccurredAt, Guid UserId, string Role)
    : DomainEvent("member.added", OccurredAt);
