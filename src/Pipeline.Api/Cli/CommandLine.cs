using System.CommandLine;
using System.Data.Common;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Providers;

namespace Pipeline.Api.Cli;

/// <summary>Reads what a program was started with, and carries it out. What a person can mend becomes a sentence on standard error and exit code 1.</summary>
internal static class CommandLine
{
    // What a shell passes stands as it is: no file in place of words, no letters put together.
    private static readonly ParserConfiguration AsWritten = new()
    {
        EnablePosixBundling = false,
        ResponseFileTokenReplacer = null,
    };

    // The host ends by itself where it is told to, and takes the time that its requests need.
    private static readonly InvocationConfiguration AsItIs = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = null,
    };

    /// <param name="args">What the program was started with.</param>
    /// <param name="commands">What it can do, with the settings among them.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Func<string[], RootCommand> commands)
    {
        try
        {
            var arguments = Arguments.Parse(args);
            var root = commands(arguments.Settings);
            // Made for those who write command lines, not for those who use this one.
            root.Directives.Clear();
            var read = root.Parse(arguments.Words, AsWritten);
            return read.Errors.Count > 0 ? Refuse(SentenceOf(read)) : await read.InvokeAsync(AsItIs);
        }
        catch (DomainException e)
        {
            return Refuse(e.Sentence.En);
        }
        catch (Exception e) when (e is DbException || DatabaseProviders.TroubleOf(e) is not null)
        {
            return Refuse(
                $"The database does not do what it should: {(e as DbException ?? e.GetBaseException()).Message}"
            );
        }
        catch (Exception e)
            when (e
                    is CommandException
                        or SettingException
                        or DatabaseNewerException
                        or IOException
                        or InvalidDataException
                        or UnauthorizedAccessException
            )
        {
            return Refuse(e.Message);
        }
    }

    /// <summary>What is said of a word that a command does not know.</summary>
    public static string Unknown(string word, Command command)
    {
        var name = word.Split('=')[0];
        if (name.StartsWith("--", StringComparison.Ordinal))
        {
            var options = command.Options.Select(o => o.Name).ToList();
            return options.Count == 0
                ? $"There is no option {name} here."
                : $"There is no option {name} here{Meant(name, options)} There are {string.Join(", ", options)}.";
        }
        var commands = command.Subcommands.Select(c => c.Name).ToList();
        return command is RootCommand && commands.Count > 0
            ? $"There is no command '{word}'{Meant(word, commands, "'")} There are {string.Join(", ", commands)}."
            : $"'{word}' is not expected here.";
    }

    // Far from everything that there is, a word was no slip.
    private static string Meant(string word, IReadOnlyList<string> known, string quote = "") =>
        Nearest.Meant(word, known) is { } meant ? $"; did you mean {quote}{meant}{quote}?" : ".";

    private static string SentenceOf(ParseResult read)
    {
        var command = read.CommandResult.Command;
        if (read.UnmatchedTokens is not [var word, ..])
            return read.Errors[0].Message;
        // A value that is neither true nor false was written behind a flag's equals sign.
        var flag = command.Options.OfType<Option<bool>>().FirstOrDefault(o => read.Tokens.Any(t => t.Value == o.Name));
        return flag is not null && !word.StartsWith("--", StringComparison.Ordinal)
            ? $"'{word}' is not expected here; {flag.Name} takes true or false, and no value means true."
            : Unknown(word, command);
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
