using Pipeline.Domain.Common;

namespace Pipeline.Domain.Records.Events;

/// <summary>A fact was recorded, or taken back.</summary>
/// <param name="Type">The fact's kind and what happened, for example <c>repayment.recorded</c>.</param>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="FactId">The fact, or the opposite entry.</param>
/// <param name="SubjectId">What it is about.</param>
/// <param name="ReversesId">The fact that was taken back; null for a fact.</param>
public sealed record FactRecorded(string Type, DateTimeOffset OccurredAt, Guid FactId, Guid SubjectId, Guid? ReversesId)
    : DomainEvent(Type, OccurredAt);
