using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hardening;

/// <summary>A process that is told to end answers what it has begun.</summary>
public sealed class ShutdownTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-stop-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_request_in_flight_is_answered_and_the_exit_code_is_0()
    {
        await using var served = await ServedProgram.StartAsync(_folder, new Dictionary<string, string>
        {
            ["PIPELINE_ADMIN_EMAIL"] = PipelineApi.AdministratorEmail,
            ["PIPELINE_ADMIN_PASSWORD"] = PipelineApi.Password,
            ["Pipeline__Keys__Folder"] = Path.Combine(_folder, "keys"),
        });
        await served.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
        using var wire = new Wire(served.Address.Port);
        const string Body = """{ "name": "Just in time", "actorProfile": "association" }""";
        await wire.SendAsync($"POST /api/v1/organisations HTTP/1.1\r\nHost: localhost\r\nAuthorization: {served.Http.DefaultRequestHeaders.Authorization}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n\r\n{Body[..10]}");
        // The request is being read once a later one has been answered.
        using (await served.Http.GetAsync(new Uri("/api/v1/me", UriKind.Relative))) { }

        served.Terminate();
        while (!served.Output.Contains("shutting down", StringComparison.Ordinal)) await Task.Delay(50);
        await wire.SendAsync(Body[10..]);
        Wire.StatusOf(await wire.ReadAsync()).Should().Be(201);
        (await served.EndAsync()).Should().Be(0);
    }
}
