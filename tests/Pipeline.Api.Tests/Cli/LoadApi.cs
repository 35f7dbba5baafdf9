using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Cli;

/// <summary>The product over generated portfolios.</summary>
public sealed class LoadApi : PipelineApi
{
    public const int Projects = 150,
        First = 40;

    /// <summary>What the command printed.</summary>
    public string Printed { get; private set; } = "";

    protected override async Task FillAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        foreach (
            var arguments in new string[][]
            {
                ["seed-load", "--projects", $"{Projects}", "--seed", "11", "--sizes", $"{First}"],
                ["create-admin", AdministratorEmail],
            }
        )
        {
            var ended = await CommandLine.RunAsync(folder, arguments, settings);
            ended.ExitCode.Should().Be(0, "{0}{1}", ended.Output, ended.Error);
            Printed += ended.Output;
        }
    }
}
