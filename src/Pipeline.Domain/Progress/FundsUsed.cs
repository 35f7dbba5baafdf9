using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Progress;

/// <summary>What was spent of a lever in a period.</summary>
/// <param name="Amount">More than zero, in the lead portfolio's currency.</param>
/// <param name="Comment">On what, or why not more.</param>
public sealed record FundsUsed(
    Lever Lever,
    StatedMoney Amount,
    [property: StringLength(Limits.Paragraph)] string? Comment = null
);
