namespace Pipeline.Domain.Audit;

/// <summary>The first place where the chain does not hold.</summary>
/// <param name="Sequence">Of the entry that is wrong, or missing.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record AuditBreak(long Sequence, AuditFault Fault);
