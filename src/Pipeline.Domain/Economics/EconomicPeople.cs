namespace Pipeline.Domain.Economics;

/// <summary>People who work for the project, in one capacity.</summary>
/// <param name="FullTimeEquivalents">Zero or more; nine decimals at most.</param>
public sealed record EconomicPeople(WorkKind Kind, decimal FullTimeEquivalents)
{
    /// <summary>The most that can be said of one capacity.</summary>
    public const int Most = 1_000_000;

    /// <summary>The most decimals, as other figures beside money have them.</summary>
    public const int Decimals = 9;
}
