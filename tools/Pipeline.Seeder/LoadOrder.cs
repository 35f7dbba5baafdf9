namespace Pipeline.Seeder;

/// <summary>What is to be made.</summary>
/// <param name="Sizes">Projects of each portfolio, in order.</param>
/// <param name="Fixed">How many of the first sizes were asked for by number: these portfolios take part in nobody else's projects.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="Until">The day before which everything happened.</param>
/// <param name="Add">Also beside portfolios that are there.</param>
/// <param name="Modules">The same projects with what every module holds of them.</param>
internal sealed record LoadOrder(
    IReadOnlyList<int> Sizes,
    int Fixed,
    int Seed,
    DateOnly Until,
    bool Add,
    bool Modules = false
)
{
    public int Projects => Sizes.Sum();

    /// <summary>Few large portfolios and many small ones: the size falls with the rank, as funds' sizes do.</summary>
    public static IReadOnlyList<int> LongTail(int projects)
    {
        if (projects == 0)
            return [];
        var count = (int)Math.Ceiling(Math.Sqrt(projects) / 3);
        var weights = Enumerable.Range(1, count).Sum(rank => 1.0 / rank);
        var sizes = Enumerable
            .Range(1, count)
            .Select(rank => Math.Max(1, (int)(projects / (rank * weights))))
            .ToArray();
        // What rounding left over, or took too much, is the largest one's.
        sizes[0] += projects - sizes.Sum();
        return sizes;
    }
}
