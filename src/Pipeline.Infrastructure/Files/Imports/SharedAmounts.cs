namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>
/// How the lines of one decision that share an amount write it. By the text of the rules each line repeats the whole amount and gives its share beside it; by
/// their own example each line has its own amount. The lines themselves say which: equal amounts beside unequal shares are the whole, amounts in the
/// proportion of their shares are each line's own. A line alone, equal shares of equal amounts, and what fits neither say nothing. However many of a decision's
/// lines are there, they say the same or nothing.
/// </summary>
internal enum SharedAmounts
{
    /// <summary>The lines do not say it.</summary>
    Unknown,

    /// <summary>Each line repeats the whole amount.</summary>
    Whole,

    /// <summary>Each line has its own amount.</summary>
    Own,
}
