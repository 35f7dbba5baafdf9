using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Pipeline.Api.Tests.Outgoing.Mail;

/// <summary>A mail server on this machine, which keeps what it is handed.</summary>
public sealed class MailServer : MessageStore, IMailboxFilter, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Channel<Delivered> _mails = Channel.CreateUnbounded<Delivered>();
    private readonly SmtpServer.SmtpServer _server;
    private readonly Task _running;
    private int _asked,
        _sealed;

    private MailServer(int port, X509Certificate2? certificate, bool sealedFromTheStart)
    {
        Port = port;
        var services = new ServiceProvider();
        services.Add((IMessageStore)this);
        services.Add((IMailboxFilter)this);
        _server = new(
            new SmtpServerOptionsBuilder()
                .ServerName("mail.test")
                .Endpoint(endpoint =>
                {
                    endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, port)).IsSecure(sealedFromTheStart);
                    if (certificate is not null)
                        endpoint.Certificate(certificate);
                })
                .Build(),
            services
        );
        _running = _server.StartAsync(CancellationToken.None);
    }

    /// <summary>A mail as it arrived, with whom it was handed over for.</summary>
    public sealed record Delivered(MimeMessage Mail, IReadOnlyList<string> Recipients);

    public int Port { get; }

    /// <summary>How often a recipient was named, refused ones included.</summary>
    public int Asked => _asked;

    /// <summary>How many mails came under TLS.</summary>
    public int Sealed => _sealed;

    /// <summary>Which recipients it refuses for good.</summary>
    public Predicate<string> Refuses { get; set; } = _ => false;

    /// <summary>How long it takes its time over a mail.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>Over whose mails it does: everybody's, unless a test says otherwise.</summary>
    public Predicate<string> IsSlowTo { get; set; } = _ => true;

    /// <summary>A server on a free port, or on one where another was.</summary>
    public static MailServer Start(int? port = null) => new(port ?? FreePort(), null, sealedFromTheStart: false);

    /// <summary>A server that speaks TLS: where it is asked to, or from the first byte.</summary>
    public static MailServer StartWith(X509Certificate2 certificate, bool sealedFromTheStart) =>
        new(FreePort(), certificate, sealedFromTheStart);

    /// <summary>A port that nobody listens at.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The next mail; waits for it.</summary>
    public Task<Delivered> NextAsync() => _mails.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Every mail, as they come.</summary>
    public IAsyncEnumerable<Delivered> AllAsync() => _mails.Reader.ReadAllAsync();

    /// <summary>Waits until recipients were named so often.</summary>
    public async Task UntilAskedAsync(int times)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (Asked < times && TimeProvider.System.GetUtcNow() < deadline)
            await Task.Delay(50);
        Asked.Should().BeGreaterThanOrEqualTo(times);
    }

    public async ValueTask DisposeAsync()
    {
        _server.Shutdown();
        await _server.ShutdownTask;
        await _running;
    }

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        var recipients = transaction.To.Select(Address).ToList();
        if (recipients.Exists(IsSlowTo))
            await Task.Delay(Pause, cancellationToken);
        if (context.Pipe.IsSecure)
            Interlocked.Increment(ref _sealed);
        using var content = new MemoryStream(buffer.ToArray());
        await _mails.Writer.WriteAsync(
            new(await MimeMessage.LoadAsync(content, cancellationToken), recipients),
            cancellationToken
        );
        return SmtpResponse.Ok;
    }

    Task<bool> IMailboxFilter.CanAcceptFromAsync(
        ISessionContext context,
        IMailbox from,
        int size,
        CancellationToken cancellationToken
    ) => Task.FromResult(true);

    Task<bool> IMailboxFilter.CanDeliverToAsync(
        ISessionContext context,
        IMailbox to,
        IMailbox from,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _asked);
        return Task.FromResult(!Refuses(Address(to)));
    }

    private static string Address(IMailbox mailbox) => $"{mailbox.User}@{mailbox.Host}";
}
