using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pipeline.Reliability.Tests;

/// <summary>Passes on what a client and a server say to each other, and breaks off once the client says some word.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private string? _word;

    /// <param name="server">The server's port on this machine.</param>
    public CuttingProxy(int server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where clients come in.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How often it broke off.</summary>
    public int Cuts { get; private set; }

    /// <summary>Breaks off the connection on which this word comes next, in place of passing it on.</summary>
    public void CutAt(string word) => _word = word;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The test is through.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using (client)
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _server);
                await Task.WhenAny(
                    PassOnAsync(client.GetStream(), server.GetStream(), watched: true),
                    PassOnAsync(server.GetStream(), client.GetStream(), watched: false)
                );
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                // One of the two has left.
            }
    }

    private async Task PassOnAsync(NetworkStream from, NetworkStream to, bool watched)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer)) > 0)
        {
            if (
                watched
                && _word is { } word
                && Encoding.UTF8.GetString(buffer, 0, read).Contains(word, StringComparison.Ordinal)
            )
            {
                _word = null;
                Cuts++;
                return;
            }
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
