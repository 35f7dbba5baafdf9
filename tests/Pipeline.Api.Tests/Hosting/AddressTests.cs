using System.Globalization;
using Pipeline.Api.Hosting;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>Where the program listens: the framework's own settings say it, each in the real program.</summary>
[SqliteOnly("The program that listens has the file that it makes by itself.")]
public sealed class AddressTests : IDisposable
{
    private const string Unused = "http://127.0.0.1:1";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-address-").FullName;
    private readonly string _port = ServedProgram.FreePort().ToString(CultureInfo.InvariantCulture);

    private string Address => $"http://127.0.0.1:{_port}";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:{0}")]
    [InlineData("DOTNET_URLS", "http://127.0.0.1:{0}")]
    [InlineData("URLS", "http://127.0.0.1:{0}")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "{0}")]
    [InlineData("DOTNET_HTTP_PORTS", "{0}")]
    [InlineData("Kestrel__Endpoints__Http__Url", "http://127.0.0.1:{0}")]
    public Task The_environment_says_it(string name, string value) =>
        ServesAsync(new() { [name] = string.Format(CultureInfo.InvariantCulture, value, _port) });

    [Fact]
    public Task The_command_line_says_it_behind_a_space() => ServesAsync([], "--urls", Address);

    [Fact]
    public Task The_command_line_says_it_behind_an_equals_sign() => ServesAsync([], $"--urls={Address}");

    [Fact]
    public Task The_command_line_wins_over_the_environment() =>
        ServesAsync(new() { ["ASPNETCORE_URLS"] = Unused, ["ASPNETCORE_HTTP_PORTS"] = "1" }, "--urls", Address);

    [Fact]
    public Task An_address_wins_over_a_port() =>
        ServesAsync(new() { ["ASPNETCORE_URLS"] = Address, ["ASPNETCORE_HTTP_PORTS"] = "1" });

    [Fact]
    public Task A_named_endpoint_wins_over_an_address() =>
        ServesAsync(new() { ["ASPNETCORE_URLS"] = Unused, ["Kestrel__Endpoints__Http__Url"] = Address });

    /// <summary>Nothing is started here: the port may be taken on the machine that runs the tests.</summary>
    [Fact]
    public async Task Without_a_word_it_is_port_5080_of_this_machine()
    {
        await using var program = Composition.Build([
            $"--ConnectionStrings:Pipeline=Data Source={_folder}/pipeline.db",
        ]);
        Addresses.Of(program.Configuration).Select(a => a.ToString()).Should().Equal("http://localhost:5080");
    }

    private async Task ServesAsync(Dictionary<string, string> settings, params string[] arguments)
    {
        settings["PIPELINE_ADMIN_PASSWORD"] = PipelineApi.Password;
        settings["Pipeline__Keys__Folder"] = Path.Combine(_folder, "keys");
        await using var served = await ServedProgram.UntilReadyAsync(
            new(Address),
            CommandLine.Start(_folder, arguments, settings)
        );
        using var answer = await served.Http.GetAsync(new Uri("/health/live", UriKind.Relative));
        answer.IsSuccessStatusCode.Should().BeTrue();
    }
}
