using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Cli;

/// <summary>The product over generated portfolios.</summary>
public sealed class LoadApi : PipelineApi
{
    public const int Projects = 150,
        First = 40;

    /// <summary>What the tool and the command printed.</summary>
    public string Printed { get; private set; } = "";

    protected override async Task FillAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        CommandLine.Ended[] both =
        [
            await CommandLine.SeedAsync(
                folder,
                ["--projects", $"{Projects}", "--seed", "11", "--sizes", $"{First}"],
                settings
            ),
            await CommandLine.RunAsync(folder, ["create-admin", AdministratorEmail], settings),
        ];
        foreach (var ended in both)
            ended.ExitCode.Should().Be(0, "{0}{1}", ended.Output, ended.Error);
        Printed = string.Concat(both.Select(ended => ended.Output));
    }
}
