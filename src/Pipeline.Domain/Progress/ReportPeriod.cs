namespace Pipeline.Domain.Progress;

/// <summary>A stretch of time that a report is about.</summary>
/// <param name="StartsOn">Its first day.</param>
/// <param name="EndsOn">Its last day, which it goes by.</param>
/// <param name="DueOn">The day by which its report is wanted.</param>
public sealed record ReportPeriod(DateOnly StartsOn, DateOnly EndsOn, DateOnly DueOn);
