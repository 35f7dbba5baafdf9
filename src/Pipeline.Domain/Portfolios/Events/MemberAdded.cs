using Pipeline.Domain.Common;

namespace Pipeline.Domain.Portfolios.Events;

/// <summary>A person was given a role in a portfolio in which they had none.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="UserId">The person.</param>
/// <param name="Role">The role.</param>
public sealed record MemberAdded(DateTimeOffset OccurredAt, Guid UserId, PortfolioRole Role)
    : DomainEvent("member.added", OccurredAt);
