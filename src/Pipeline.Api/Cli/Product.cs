using System.CommandLine;
using Pipeline.Application.Common;

namespace Pipeline.Api.Cli;

/// <summary>The product, put together where a command needs it.</summary>
/// <param name="settings">Those of the command line.</param>
internal sealed class Product(string[] settings)
{
    /// <summary>A command that does something with the product, in the operator's name.</summary>
    /// <param name="name">Its word.</param>
    /// <param name="says">For the help.</param>
    /// <param name="words">What stands behind it.</param>
    /// <param name="work">Does it; returns the exit code.</param>
    /// <param name="asItLies">The database is left as it lies; else it is brought to where serving has it.</param>
    public Command Command(
        string name,
        string says,
        IEnumerable<Symbol> words,
        Func<IServiceProvider, ParseResult, Task<int>> work,
        bool asItLies = false
    )
    {
        var command = new Command(name, says);
        Fill(
            command,
            words,
            async (services, given) =>
            {
                if (!asItLies)
                    await Start.RequireDatabaseAsync(services);
                return await work(services, given);
            }
        );
        return command;
    }

    /// <summary>What a command takes, and what it does.</summary>
    public void Fill(Command command, IEnumerable<Symbol> words, Func<IServiceProvider, ParseResult, Task<int>> work)
    {
        foreach (var word in words)
            if (word is Option option)
                command.Add(option);
            else
                command.Add((Argument)word);
        command.SetAction(
            async (given, _) =>
            {
                await using var app = Composition.Build(settings);
                await using var scope = app.Services.CreateAsyncScopeFor(Operator.Id);
                return await work(scope.ServiceProvider, given);
            }
        );
    }
}
