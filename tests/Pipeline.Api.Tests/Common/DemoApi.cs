namespace Pipeline.Api.Tests.Common;

/// <summary>The product over the demonstration portfolio, made by the product's own commands.</summary>
public sealed class DemoApi : PipelineApi
{
    public async Task<Guid> PortfolioAsync() =>
        (await Administrator.GetAsync("portfolios")).ShouldBe(200).Id("items.0.id");

    protected override async Task FillAsync(string folder, IReadOnlyDictionary<string, string> settings)
    {
        foreach (var arguments in new string[][] { ["seed-demo"], ["create-admin", AdministratorEmail] })
        {
            var ended = await CommandLine.RunAsync(folder, arguments, settings);
            ended.ExitCode.Should().Be(0, "{0}{1}", ended.Output, ended.Error);
        }
    }
}
