namespace Pipeline.Domain.Audit;

/// <summary>What there is to say of one change, before it has its place in the chain.</summary>
/// <param name="Kind">What was changed.</param>
/// <param name="EntityId">Which one: a UUID, or the key of reference data.</param>
/// <param name="ProjectId">The project that it belongs to; null where it belongs to none.</param>
/// <param name="Action">What was done.</param>
/// <param name="Changes">A JSON list of <c>{ field, from, to }</c>.</param>
public sealed record AuditChange(AuditKind Kind, string EntityId, Guid? ProjectId, AuditAction Action, string Changes);
