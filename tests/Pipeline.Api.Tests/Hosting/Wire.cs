using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Hosting;

/// <summary>The product behind its real server, on a free port: limits, headers and the wire are the server's, which the in-memory one has not.</summary>
public sealed class WireApi : PipelineApi
{
    public WireApi() => UseKestrel(0);
}

/// <summary>A connection without a client library in between, which would mend what a test wants broken.</summary>
internal sealed class Wire : IDisposable
{
    private readonly TcpClient _tcp = new();
    private readonly NetworkStream _stream;

    public Wire(int port)
    {
        _tcp.Connect("127.0.0.1", port);
        _stream = _tcp.GetStream();
    }

    /// <summary>Starts a host on its real server.</summary>
    public static Uri Serve(WebApplicationFactory<Program> api)
    {
        api.UseKestrel(0);
        api.StartServer();
        return new($"http://127.0.0.1:{PortOf(api)}");
    }

    public static int PortOf(WebApplicationFactory<Program> api) =>
        new Uri(
            api.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        ).Port;

    public async Task SendAsync(byte[] bytes) => await _stream.WriteAsync(bytes);

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>Everything until the server closes; send <c>Connection: close</c>.</summary>
    public async Task<string> ReadAsync()
    {
        using var all = new MemoryStream();
        try
        {
            await _stream.CopyToAsync(all);
        }
        catch (IOException)
        {
            // Closed hard, which some requests deserve; what came before counts.
        }
        return Encoding.UTF8.GetString(all.ToArray());
    }

    /// <summary>The status of an answer; 0 when there was none.</summary>
    public static int StatusOf(string answer) =>
        answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? int.Parse(answer.AsSpan(9, 3), null) : 0;

    public void Dispose() => _tcp.Dispose();
}

/// <summary>The same product on the same data with other settings.</summary>
internal static class Settings
{
    public static WebApplicationFactory<Program> With(
        this PipelineApi api,
        params (string Key, string Value)[] settings
    ) =>
        api.WithWebHostBuilder(builder =>
        {
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
        });

    public static Client Anonymous(this WebApplicationFactory<Program> api) => new(api.CreateClient());

    public static async Task<Client> SignInAsync(this WebApplicationFactory<Program> api, string email)
    {
        var client = api.Anonymous();
        await client.SignInAsync(email, PipelineApi.Password);
        return client;
    }
}
