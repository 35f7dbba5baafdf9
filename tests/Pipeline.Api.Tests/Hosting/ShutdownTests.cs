using System.Net.Sockets;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>A process that is told to end answers what it has begun.</summary>
public sealed class ShutdownTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-stop-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_request_in_flight_is_answered_and_the_exit_code_is_0()
    {
        await using var served = await ServedProgram.StartAsync(_folder, Settings);
        await served.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
        using var wire = new Wire(served.Address.Port);
        const string Body = """{ "name": "Just in time", "actorProfile": "association" }""";
        await wire.SendAsync(
            $"POST /api/v1/organisations HTTP/1.1\r\nHost: localhost\r\nAuthorization: {served.Http.DefaultRequestHeaders.Authorization}\r\n"
                + $"Content-Type: application/json\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n\r\n{Body[..10]}"
        );
        // The request is being read once a later one has been answered.
        using (await served.Http.GetAsync(new Uri("/api/v1/me", UriKind.Relative))) { }

        served.Terminate();
        while (!served.Output.Contains("shutting down", StringComparison.Ordinal))
            await Task.Delay(50);
        await wire.SendAsync(Body[10..]);
        Wire.StatusOf(await wire.ReadAsync()).Should().Be(201);
        (await served.EndAsync()).Should().Be(0);
    }

    [Fact]
    public async Task A_stream_in_flight_is_sent_to_its_end()
    {
        const string Register = "/api/v1/deliveries/export.csv";
        // Some seven megabytes: more than the system keeps for a reader (four, as Linux is set up), so that the program cannot be done with it.
        (await CommandLine.SeedAsync(_folder, ["--projects", "12000", "--seed", "7"], Settings))
            .ExitCode.Should()
            .Be(0);
        (await CommandLine.RunAsync(_folder, ["create-admin", PipelineApi.AdministratorEmail], Settings))
            .ExitCode.Should()
            .Be(0);
        await using var served = await ServedProgram.StartAsync(_folder, Settings);
        await served.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
        var whole = await served.Http.GetByteArrayAsync(new Uri(Register, UriKind.Relative));
        while (Finished(served) == 0)
            await Task.Delay(50);

        // Whoever reads slowly: little fits between the two, and the program is still writing when it is told to end.
        using var handler = new SocketsHttpHandler { ConnectCallback = ConnectNarrowAsync };
        using var slow = new HttpClient(handler) { BaseAddress = served.Address };
        slow.DefaultRequestHeaders.Authorization = served.Http.DefaultRequestHeaders.Authorization;
        using var answer = await slow.GetAsync(
            new Uri(Register, UriKind.Relative),
            HttpCompletionOption.ResponseHeadersRead
        );
        served.Terminate();
        while (!served.Output.Contains("shutting down", StringComparison.Ordinal))
            await Task.Delay(50);
        Finished(served).Should().Be(1, "the second one is in flight");
        (await answer.Content.ReadAsByteArrayAsync()).Should().Equal(whole);
        (await served.EndAsync()).Should().Be(0);
    }

    [Fact]
    public async Task An_instance_that_drains_says_so_and_still_answers()
    {
        var settings = Settings;
        settings["Pipeline__Limits__DrainSeconds"] = "5";
        await using var served = await ServedProgram.StartAsync(_folder, settings);
        await served.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);

        served.Terminate();
        while (!served.Output.Contains("Draining", StringComparison.Ordinal))
            await Task.Delay(50);
        using var ready = await served.Http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        (await Reply.ReadAsync(ready)).ShouldBe(503).Text("reasons.0").Should().Contain("ending");
        using var live = await served.Http.GetAsync(new Uri("/health/live", UriKind.Relative));
        using var me = await served.Http.GetAsync(new Uri("/api/v1/me", UriKind.Relative));
        ((int)live.StatusCode, (int)me.StatusCode).Should().Be((200, 200));
        (await served.EndAsync()).Should().Be(0);
    }

    private Dictionary<string, string> Settings => PipelineApi.SettingsIn(_folder);

    private static int Finished(ServedProgram served) =>
        served.Output.Split('\n').Count(line => line.Contains("export.csv answered", StringComparison.Ordinal));

    private static async ValueTask<Stream> ConnectNarrowAsync(
        SocketsHttpConnectionContext context,
        CancellationToken token
    )
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
        await socket.ConnectAsync(context.DnsEndPoint, token);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
