using System.Threading.Channels;
using Pipeline.Application.Access;

namespace Pipeline.Api.Tests.Common;

/// <summary>A sender in place of the log, as a house that mails links would register its own; it keeps what it is given.</summary>
public sealed class Postbox : ILinkSender
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<LinkMessage> _channel = Channel.CreateUnbounded<LinkMessage>();

    public Task SendAsync(LinkMessage message, CancellationToken cancellationToken) =>
        _channel.Writer.WriteAsync(message, cancellationToken).AsTask();

    /// <summary>The next message, whoever it is for; waits for it.</summary>
    public Task<LinkMessage> NextAsync() => _channel.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>The next message to somebody; what comes for others meanwhile is thrown away.</summary>
    public async Task<LinkMessage> NextToAsync(string email)
    {
        while (true)
            if (await NextAsync() is var message && message.Email == email)
                return message;
    }

    /// <summary>Whether everything that has come was looked at.</summary>
    public bool IsEmpty => !_channel.Reader.TryPeek(out _);

    /// <summary>Throws away what has come.</summary>
    public void Empty()
    {
        while (_channel.Reader.TryRead(out _)) { }
    }

    /// <summary>The part of a link that is sent to the API.</summary>
    public static string TokenOf(string url) => url[(url.IndexOf('#', StringComparison.Ordinal) + 1)..];
}
