namespace Pipeline.Application.Agreements;

/// <summary>What a repayment says, as it is stored.</summary>
/// <param name="Cents">In the portfolio's currency.</param>
/// <param name="Reference">The payment's reference.</param>
internal sealed record RepaymentTerms(long Cents, string? Reference);
