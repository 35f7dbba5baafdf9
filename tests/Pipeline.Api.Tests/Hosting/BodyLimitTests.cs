using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>How much a request may hold, and how long it may take.</summary>
public sealed class BodyLimitTests(WireApi api) : IClassFixture<WireApi>
{
    private static readonly byte[] Large = Encoding.UTF8.GetBytes(
        $$"""{ "name": "{{new string('x', 10_000_000)}}", "actorProfile": "association" }"""
    );

    [Fact]
    public async Task A_large_body_is_refused_before_it_is_read()
    {
        using var wire = new Wire(Wire.PortOf(api));
        // Nothing of the ten megabytes is sent: the announcement is enough.
        await wire.SendAsync(
            $"POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Large.Length}\r\nConnection: close\r\n\r\n"
        );
        var answer = await wire.ReadAsync();
        Wire.StatusOf(answer).Should().Be(413);
        answer.Should().Contain("\"too_large\"");
    }

    [Fact]
    public async Task A_large_body_that_does_not_say_its_length_is_refused_on_the_way()
    {
        using var wire = new Wire(Wire.PortOf(api));
        await wire.SendAsync(
            "POST /api/v1/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
        );
        // Two megabytes, of which the server takes one: enough to be refused, and little enough to fit into the connection's own buffers.
        var answered = wire.ReadAsync();
        try
        {
            for (var i = 0; i < 32; i++)
                await wire.SendAsync($"10000\r\n{new string(' ', 65536)}\r\n");
        }
        catch (IOException)
        {
            // The server has closed; its answer is there already.
        }
        var answer = await answered;
        Wire.StatusOf(answer).Should().Be(413);
        answer.Should().Contain("\"too_large\"");
    }

    [Theory]
    [InlineData("{ \"owner\": 1 }", 415)]
    [InlineData("", 200)]
    public async Task A_body_that_says_neither_its_length_nor_its_type_is_read_where_one_may_be_left_out(
        string body,
        int status
    )
    {
        var project = await (await Fund.OpenAsync(api)).ProjectAsync();
        var owner = await api.NewUserAsync("The owner");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/{project.Path}/members/{owner.UserId}")
        {
            Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(body))),
        };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await api.Administrator.Http.SendAsync(request);
        ((int)answer.StatusCode).Should().Be(status);
    }

    [Fact]
    public async Task Files_that_are_imported_have_a_limit_of_their_own()
    {
        var fund = await Fund.OpenAsync(api);
        (
            await api.Administrator.UploadAsync(
                $"imports?portfolioId={fund.Id}&dryRun=true",
                "large.csv",
                [.. "Identifier\n"u8, .. new byte[3_000_000]]
            )
        )
            .Status.Should()
            .BeOneOf(200, 422);
        using var wire = new Wire(Wire.PortOf(api));
        await wire.SendAsync(
            $"POST /api/v1/imports HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 70000000\r\nConnection: close\r\n\r\n"
        );
        Wire.StatusOf(await wire.ReadAsync()).Should().Be(413);
    }

    [Fact]
    public async Task A_compressed_body_is_not_expanded()
    {
        using var bomb = new MemoryStream();
        await using (var gzip = new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
            await gzip.WriteAsync(Large);
        bomb.Length.Should().BeLessThan(20_000, "it passes the limit of size");
        using var content = new ByteArrayContent(bomb.ToArray());
        content.Headers.ContentType = new("application/json");
        content.Headers.ContentEncoding.Add("gzip");
        using var answer = await api.Administrator.Http.PostAsync(
            new Uri("/api/v1/organisations", UriKind.Relative),
            content
        );
        (await Reply.ReadAsync(answer)).ShouldBeProblem(415, "unsupported_media_type");
    }

    [Theory]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("application/json; charset=\"utf-8\"", 201)]
    [InlineData("application/json", 201)]
    public async Task Only_utf_8_is_read(string type, int status)
    {
        using var content = new ByteArrayContent(
            Encoding.UTF8.GetBytes("""{ "name": "Écluse", "actorProfile": "association" }""")
        );
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await api.Administrator.Http.PostAsync(
            new Uri("/api/v1/organisations", UriKind.Relative),
            content
        );
        (await Reply.ReadAsync(answer)).ShouldBe(status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Idempotency-Key: 01989c3e-7a10-7c21-9b5e-0d6f4a2b8c11\r\n")]
    public async Task What_takes_too_long_is_given_up_with_a_problem(string header)
    {
        await using var host = api.With(("Pipeline:Limits:RequestSeconds", "1"));
        var client = new Client(new HttpClient { BaseAddress = Wire.Serve(host) });
        await client.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
        using var wire = new Wire(Wire.PortOf(host));
        // A body that never ends: the handler waits for it.
        await wire.SendAsync(
            $"POST /api/v1/organisations HTTP/1.1\r\nHost: localhost\r\nAuthorization: {client.Http.DefaultRequestHeaders.Authorization}\r\n{header}"
                + "Content-Type: application/json\r\nContent-Length: 100\r\nConnection: close\r\n\r\n{"
        );
        var answer = await wire.ReadAsync();
        Wire.StatusOf(answer).Should().Be(503);
        answer.Should().Contain("application/problem+json").And.Contain("\"timed_out\"").And.Contain("\"traceId\"");
    }

    [Fact]
    public async Task Headers_beyond_measure_are_refused()
    {
        using var wire = new Wire(Wire.PortOf(api));
        await wire.SendAsync(
            $"GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nX-Padding: {new string('x', 40_000)}\r\nConnection: close\r\n\r\n"
        );
        Wire.StatusOf(await wire.ReadAsync()).Should().Be(431);
        using var line = new Wire(Wire.PortOf(api));
        await line.SendAsync(
            $"GET /api/v1/projects?q={new string('x', 20_000)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
        );
        Wire.StatusOf(await line.ReadAsync()).Should().Be(414);
    }
}
