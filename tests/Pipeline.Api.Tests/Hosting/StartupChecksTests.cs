using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>What the program refuses to serve with, each in a process of its own.</summary>
[SqliteOnly("The program that starts has the file that it makes by itself.")]
public sealed class StartupChecksTests : IDisposable
{
    private const string Everywhere = "--Urls=http://0.0.0.0:0";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-start-").FullName;

    private string Keys => Path.Combine(_folder, "keys");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_demonstration_is_served_to_nobody_else()
    {
        var asked = await RunAsync("--demo", Everywhere);
        asked.ExitCode.Should().Be(1);
        asked.Error.Should().Contain("loopback addresses alone").And.NotContain("   at ");
        File.Exists(Path.Combine(_folder, "pipeline.db")).Should().BeFalse("it is refused before anything is written");
        (await RunAsync("--demo", "--urls", "http://0.0.0.0:0")).Error.Should().Contain("loopback addresses alone");
        (await RunAsync("--demo", "--http_ports=0")).Error.Should().Contain("loopback addresses alone");
        (await RunAsync("--demo", "--Pipeline:Proxies=10.0.0.1")).Error.Should().Contain("behind no proxy");

        (await RunAsync("seed-demo")).ExitCode.Should().Be(0);
        var held = await RunAsync(Everywhere);
        held.ExitCode.Should().Be(1);
        held.Error.Should().Contain("This database holds them").And.Contain("http://0.0.0.0:0");

        await using (var served = await ServedProgram.StartAsync(_folder, Settings()))
            await served.SignInAsync("manager@demo.pipeline", "demonstration");
    }

    [Fact]
    public async Task Keys_that_everybody_can_read_are_not_used()
    {
        // Windows has no modes.
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(Keys);
        File.SetUnixFileMode(Keys, (UnixFileMode)0b111_101_101);
        var refused = await RunAsync("--Urls=http://127.0.0.1:0");
        refused.ExitCode.Should().Be(1);
        refused.Error.Should().Contain("chmod 700").And.Contain(Keys).And.NotContain("   at ");
        Directory.EnumerateFileSystemEntries(Keys).Should().BeEmpty();
    }

    [Fact]
    public async Task A_key_folder_is_made_for_its_owner_alone()
    {
        await using (var served = await ServedProgram.StartAsync(_folder, Settings()))
            await served.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Keys)
                .Should()
                .Be(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.EnumerateFiles(Keys).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("Pipeline:Limits:RequestsPerMinute is 'many'", "--Pipeline:Limits:RequestsPerMinute=many")]
    [InlineData("Pipeline:Limits:BodyBytes is '0'", "--Pipeline:Limits:BodyBytes=0")]
    [InlineData("Pipeline:Cors:Origins holds '*'", "--Pipeline:Cors:Origins=*")]
    [InlineData("Pipeline:Proxies holds 'proxy'", "--Pipeline:Proxies=proxy")]
    [InlineData("Pipeline:Logs:Format is 'xml'", "--Pipeline:Logs:Format=xml")]
    [InlineData("Pipeline:Links:Address is 'ftp://pipeline'", "--Pipeline:Links:Address=ftp://pipeline")]
    [InlineData("Pipeline:SingleSignOn is set up by half: ClientSecret,", "--Pipeline:SingleSignOn:ClientId=pipeline")]
    [InlineData("'localhost' is no address", "--demo", "--Urls=localhost")]
    public async Task A_setting_that_cannot_be_is_named(string sentence, params string[] arguments)
    {
        var ended = await RunAsync(arguments);
        ended.ExitCode.Should().Be(1);
        ended.Error.Should().Contain(sentence).And.NotContain("   at ");
    }

    // A program that serves where it should refuse does not end by itself.
    private async Task<CommandLine.Ended> RunAsync(params string[] arguments)
    {
        using var process = CommandLine.Start(_folder, arguments, Settings());
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
        }
        return new(
            process.HasExited && !patience.IsCancellationRequested ? process.ExitCode : -1,
            await output,
            await error
        );
    }

    private Dictionary<string, string> Settings() =>
        new()
        {
            ["Pipeline__Keys__Folder"] = Keys,
            ["PIPELINE_ADMIN_EMAIL"] = PipelineApi.AdministratorEmail,
            ["PIPELINE_ADMIN_PASSWORD"] = PipelineApi.Password,
        };
}
