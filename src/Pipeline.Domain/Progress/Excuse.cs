namespace Pipeline.Domain.Progress;

/// <summary>Why a period needs no report.</summary>
public sealed record Excuse(string Reason, DateOnly On, Guid By);
