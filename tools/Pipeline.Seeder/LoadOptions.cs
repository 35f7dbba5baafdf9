using System.CommandLine;
using Pipeline.Api.Cli;
using Pipeline.Domain.Common;

namespace Pipeline.Seeder;

/// <summary>The options that say what is to be made.</summary>
internal sealed class LoadOptions
{
    private const int MostProjects = 1_000_000;

    private readonly Option<int?> _projects = Words.Number("--projects", "How many in all", 1, MostProjects);
    private readonly Option<int?> _seed = Words.Number(
        "--seed",
        "Where chance begins; 1 where left out",
        0,
        int.MaxValue
    );
    private readonly Option<string?> _sizes = Words.Text("--sizes", "A,B", "Projects of the first portfolios");
    private readonly Option<DateOnly?> _until = Words.Day(
        "--until",
        "The day before which everything happened; today where left out"
    );
    private readonly Option<bool> _modules = Words.Flag(
        "--modules",
        "With what every module holds of the same projects"
    );
    private readonly Option<bool> _add = Words.Flag("--add", "Also beside portfolios that are there");

    public LoadOptions() => _projects.Required = true;

    public IReadOnlyList<Symbol> All => [_projects, _seed, _sizes, _until, _modules, _add];

    /// <exception cref="CommandException">What they say cannot be.</exception>
    public LoadOrder Order(ParseResult given, DateOnly today)
    {
        var projects = given.GetValue(_projects)!.Value;
        int[] sizes =
        [
            .. (given.GetValue(_sizes) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Size),
        ];
        if (sizes.Sum(size => (long)size) > projects)
            throw new CommandException(
                FormattableString.Invariant(
                    $"--sizes asks for {sizes.Sum(size => (long)size)} projects; --projects allows {projects} in all."
                )
            );
        return new(
            [.. sizes, .. LoadOrder.LongTail(projects - sizes.Sum())],
            sizes.Length,
            given.GetValue(_seed) ?? 1,
            given.GetValue(_until) is { } day ? Past(day, today) : today,
            given.GetValue(_add),
            given.GetValue(_modules)
        );
    }

    private static int Size(string text) =>
        Words.NumberOf(text, 1, MostProjects)
        ?? throw new CommandException(
            FormattableString.Invariant($"--sizes is '{text}'; whole numbers from 1 to {MostProjects} are expected.")
        );

    private static DateOnly Past(DateOnly day, DateOnly today) =>
        day > today ? throw new CommandException($"--until is '{day:yyyy-MM-dd}', which is still to come.")
        : day < Limits.FirstDay.AddYears(LoadProject.Years + 1)
            ? throw new CommandException(
                $"--until is '{day:yyyy-MM-dd}'; the first day that is kept is {Limits.FirstDay:yyyy-MM-dd}."
            )
        : day;
}
