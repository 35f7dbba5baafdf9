using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Application.Common;
using Pipeline.Domain.Webhooks;
using StandardWebhooks;

namespace Pipeline.Infrastructure.Outgoing.Webhooks;

/// <summary>Sends one message: signed as Standard Webhooks says, to an address that is looked at again, without following where it points.</summary>
internal sealed class WebhookSender : IDisposable
{
    // More of an answer is not read: its status is all that counts.
    private const int AnswerBytes = 64 * 1024,
        AnswerHeaderKilobytes = 16;

    private readonly HttpClient _http;
    private readonly ISecretSeal _seal;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;

    public WebhookSender(AddressGuard guard, WebhookOptions options, ISecretSeal seal, TimeProvider time)
    {
        (_seal, _time, _timeout) = (seal, time, TimeSpan.FromSeconds(options.TimeoutSeconds));
        _http = new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                AutomaticDecompression = DecompressionMethods.None,
                ConnectCallback = guard.ConnectAsync,
                MaxResponseHeadersLength = AnswerHeaderKilobytes,
                PooledConnectionLifetime = TimeSpan.FromMinutes(1),
                UseCookies = false,
                UseProxy = false,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Pipeline-Webhooks", "1"));
    }

    /// <summary>Sends it once.</summary>
    /// <param name="message">What.</param>
    /// <param name="stop">The process ends: the attempt is broken off, and thrown away.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/>.</exception>
    public async Task<WebhookAttempt> SendAsync(OutgoingWebhook message, CancellationToken stop)
    {
        var (at, watch) = (_time.GetUtcNow(), Stopwatch.StartNew());
        var (outcome, status) = message.IsOn ? await TryAsync(message, at, stop) : (WebhookOutcome.SwitchedOff, null);
        var took = (int)watch.ElapsedMilliseconds;
        return outcome == WebhookOutcome.NotSigned
            ? new(at, took, WebhookOutcome.Unreachable, status, NotSigned: true)
            : new(at, took, outcome, status);
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<(WebhookOutcome, int?)> TryAsync(
        OutgoingWebhook message,
        DateTimeOffset at,
        CancellationToken stop
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_timeout);
        var signatures = Sign(message, at);
        if (signatures.Count == 0)
            return (WebhookOutcome.NotSigned, null);
        try
        {
            using var request = Request(message, at, signatures);
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            await ReadAsync(response, limit.Token);
            return (WebhookOutcome.Answered, (int)response.StatusCode);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (WebhookOutcome.TimedOut, null);
        }
        // Whatever the network, the name or the address makes of it: a message whose attempt is not noted would be begun again for ever.
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            return (
                e.InnerException is AddressRefusedException
                    ? WebhookOutcome.AddressRefused
                    : WebhookOutcome.Unreachable,
                null
            );
        }
    }

    // By every secret that holds now and whose seal can be opened, as it cannot where a database came without its keys.
    private List<string> Sign(OutgoingWebhook message, DateTimeOffset at)
    {
        var signatures = new List<string>();
        foreach (var secret in message.Secrets)
            try
            {
                signatures.Add(new StandardWebhook(_seal.Open(secret)).Sign($"{message.EventId}", at, message.Body));
            }
            catch (Exception e) when (e is CryptographicException or FormatException)
            {
                // The others sign.
            }
        return signatures;
    }

    private static HttpRequestMessage Request(
        OutgoingWebhook message,
        DateTimeOffset at,
        IEnumerable<string> signatures
    ) =>
        new(HttpMethod.Post, message.Url)
        {
            Content = new StringContent(message.Body, Encoding.UTF8, "application/json"),
            Headers =
            {
                { "webhook-id", $"{message.EventId}" },
                { "webhook-timestamp", $"{at.ToUnixTimeSeconds()}" },
                { "webhook-signature", string.Join(' ', signatures) },
            },
        };

    // A whole answer lets the connection be used again; one that is too long is cut, and the connection with it.
    private static async Task ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var answer = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[8 * 1024];
        for (var read = 0; read < AnswerBytes; )
        {
            var count = await answer.ReadAsync(buffer, cancellationToken);
            if (count == 0)
                return;
            read += count;
        }
    }
}
