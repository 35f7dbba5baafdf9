using System.Net;
using System.Text.RegularExpressions;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>The program as it is installed, from a folder without its source.</summary>
public sealed class PublishedTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-published-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [SqliteOnly("What is published is the same for each database.")]
    public async Task It_serves_its_pages_with_their_assets()
    {
        var (program, data) = (
            Path.Combine(_folder, "program"),
            Directory.CreateDirectory(Path.Combine(_folder, "data"))
        );
        var published = await CommandLine.RunOtherAsync(
            CommandLine.Root,
            [
                "dotnet",
                "publish",
                "src/Pipeline.Api",
                "--no-build",
                "--configuration",
                new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name,
                "--output",
                program,
            ],
            new Dictionary<string, string>()
        );
        published.ExitCode.Should().Be(0, published.Output);

        var address = new Uri($"http://127.0.0.1:{ServedProgram.FreePort()}");
        var settings = new Dictionary<string, string>(PipelineApi.SettingsIn(data.FullName))
        {
            ["ConnectionStrings__Pipeline"] = $"Data Source={Path.Combine(data.FullName, "p.db")}",
        };
        await using var served = await ServedProgram.UntilReadyAsync(
            address,
            CommandLine.Start(
                data.FullName,
                [$"--Urls={address}"],
                settings,
                program: Path.Combine(program, "Pipeline.Api.dll")
            )
        );
        var page = await served.Http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var assets = Regex.Matches(page, "(?:href|src)=\"([^\"]+\\.(css|js|svg))\"");
        assets.Select(a => a.Groups[2].Value).Should().Contain(["css", "js", "svg"]);
        foreach (var asset in assets.Select(a => a.Groups[1].Value))
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(address, asset));
            asked.Headers.AcceptEncoding.ParseAdd("br");
            using var answer = await served.Http.SendAsync(asked);
            answer.StatusCode.Should().Be(HttpStatusCode.OK, asset);
            answer.Content.Headers.ContentEncoding.Should().Equal(["br"], asset);
            (await answer.Content.ReadAsByteArrayAsync()).Length.Should().BeInRange(50, 60_000, asset);
        }
    }
}
