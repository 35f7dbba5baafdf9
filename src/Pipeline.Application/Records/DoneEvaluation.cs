namespace Pipeline.Application.Records;

/// <summary>An evaluation that was planned, and is done.</summary>
/// <param name="On">When.</param>
/// <param name="CostCents">What it cost, in the lead portfolio's currency; null where nothing is said.</param>
public sealed record DoneEvaluation(DateOnly On, long? CostCents);
