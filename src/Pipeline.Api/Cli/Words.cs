using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Pipeline.Api.Binding;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Cli;

/// <summary>The kinds of words that stand behind commands, each with what it refuses.</summary>
internal static class Words
{
    /// <summary>A word at its place, for example a file.</summary>
    public static Argument<string> Word(string name, string says)
    {
        var word = new Argument<string>(name) { Description = says };
        word.Validators.Add(RefuseOptions);
        return word;
    }

    /// <summary>An option that takes a text.</summary>
    /// <param name="name">With its two dashes.</param>
    /// <param name="value">What stands for the text in the help.</param>
    public static Option<string?> Text(string name, string value, string says)
    {
        var option = new Option<string?>(name) { HelpName = value, Description = says };
        option.Validators.Add(RefuseOptions);
        return option;
    }

    /// <summary>An option that has to be there.</summary>
    public static Option<string> Required(string name, string value, string says)
    {
        var option = new Option<string>(name)
        {
            HelpName = value,
            Description = says,
            Required = true,
        };
        option.Validators.Add(RefuseOptions);
        return option;
    }

    /// <summary>What is so where it is there; <c>--name=true</c> and <c>--name=false</c> say the same in full.</summary>
    public static Option<bool> Flag(string name, string says) => new(name) { Description = says };

    /// <summary>An option that takes one of the vocabulary's codes.</summary>
    public static Option<T?> Code<T>(string name, string says)
        where T : struct, Enum
    {
        var codes = Codes.All<T>();
        return Read<T?>(
            name,
            string.Join('|', codes),
            says,
            text => Codes.TryParse<T>(text, out var member) ? member : null,
            $"it takes {string.Join(" or ", codes)}"
        );
    }

    /// <summary>An option that takes a day.</summary>
    public static Option<DateOnly?> Day(string name, string says) =>
        Read<DateOnly?>(name, "DATE", says, IsoDay.Read, "a date as yyyy-MM-dd is expected");

    /// <summary>An option that takes a whole number.</summary>
    public static Option<int?> Number(string name, string says, int least, int most) =>
        Read<int?>(
            name,
            "N",
            says,
            text => NumberOf(text, least, most),
            FormattableString.Invariant($"a whole number from {least} to {most} is expected")
        );

    /// <summary>A whole number within limits; null where a text is none.</summary>
    public static int? NumberOf(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most
            ? number
            : null;

    // null: the text is not what is expected.
    private static Option<T> Read<T>(string name, string value, string says, Func<string, T> read, string expected) =>
        new(name)
        {
            HelpName = value,
            Description = says,
            CustomParser = given =>
            {
                var text = given.Tokens[0].Value;
                var found = read(text);
                if (found is null)
                    given.AddError($"{name} is '{text}'; {expected}.");
                return found;
            },
        };

    // The library takes whatever stands behind an option for its value, also the next option.
    private static void RefuseOptions(OptionResult given)
    {
        if (given.Tokens.Any(t => t.Value.StartsWith("--", StringComparison.Ordinal)))
            given.AddError($"{given.Option.Name} needs a value behind it.");
    }

    private static void RefuseOptions(ArgumentResult given)
    {
        if (
            given.Tokens.FirstOrDefault(t => t.Value.StartsWith("--", StringComparison.Ordinal)) is { } option
            && given.Parent is CommandResult { Command: var command }
        )
            given.AddError(CommandLine.Unknown(option.Value, command));
    }
}
