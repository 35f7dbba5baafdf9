using System.Globalization;
using Pipeline.Api.Cli;
using Pipeline.Domain.Common;

namespace Pipeline.Seeder;

/// <summary>What is to be made.</summary>
/// <param name="Sizes">Projects of each portfolio, in order.</param>
/// <param name="Fixed">How many of the first sizes were asked for by number: these portfolios take part in nobody else's projects.</param>
/// <param name="Seed">Where chance begins.</param>
/// <param name="Until">The day before which everything happened.</param>
/// <param name="Add">Also beside portfolios that are there.</param>
internal sealed record LoadOrder(IReadOnlyList<int> Sizes, int Fixed, int Seed, DateOnly Until, bool Add)
{
    private const int MostProjects = 1_000_000;

    public int Projects => Sizes.Sum();

    /// <exception cref="CommandException">An option is missing, or what it says cannot be.</exception>
    public static LoadOrder Read(Options options, DateOnly today)
    {
        var projects = Number("--projects", options.Required("--projects"), 1, MostProjects);
        var seed = Number("--seed", options.Value("--seed") ?? "1", 0, int.MaxValue);
        int[] given =
        [
            .. (options.Value("--sizes") ?? "")
                .Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(size => Number("--sizes", size, 1, MostProjects)),
        ];
        var until = options.Value("--until") is { } day ? Day(day, today) : today;
        var add = options.Flag("--add");
        options.Done();
        if (given.Sum(size => (long)size) > projects)
            throw new CommandException(
                FormattableString.Invariant(
                    $"--sizes asks for {given.Sum(size => (long)size)} projects; --projects allows {projects} in all."
                )
            );
        return new([.. given, .. LongTail(projects - given.Sum())], given.Length, seed, until, add);
    }

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

    private static int Number(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : throw new CommandException(
                FormattableString.Invariant($"{name} is '{text}'; a whole number from {least} to {most} is expected.")
            );

    private static DateOnly Day(string text, DateOnly today) =>
        !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? throw new CommandException($"--until is '{text}'; a date as yyyy-MM-dd is expected.")
        : day > today ? throw new CommandException($"--until is '{text}', which is still to come.")
        : day < Limits.FirstDay.AddYears(LoadProject.Years + 1)
            ? throw new CommandException(
                $"--until is '{text}'; the first day that is kept is {Limits.FirstDay:yyyy-MM-dd}."
            )
        : day;
}
