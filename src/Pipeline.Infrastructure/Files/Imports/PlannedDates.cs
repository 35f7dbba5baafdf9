namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>When a grant's work is to be done, as a row says.</summary>
/// <param name="Awarded">The day of the award.</param>
/// <param name="Starts">The first day; null where it is not said.</param>
/// <param name="WrittenEnd">The last day, inclusive; null where it is not said.</param>
/// <param name="Months">How long it takes; null where it is not said.</param>
internal readonly record struct PlannedDates(DateOnly Awarded, DateOnly? Starts, DateOnly? WrittenEnd, int? Months)
{
    /// <summary>The last day, inclusive: what is written, or what follows from the duration.</summary>
    public DateOnly? Ends => WrittenEnd ?? (Months is { } months ? Begins.AddMonths(months).AddDays(-1) : null);

    /// <summary>Whether it does not end before it begins.</summary>
    public bool IsInOrder => !(Ends < Begins);

    private DateOnly Begins => Starts ?? Awarded;
}
