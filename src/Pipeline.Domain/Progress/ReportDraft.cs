namespace Pipeline.Domain.Progress;

/// <summary>What a project's people are writing on a period, which nobody else reads yet.</summary>
/// <param name="Period">The period's last day.</param>
public sealed record ReportDraft(DateOnly Period, ReportContent Content);
