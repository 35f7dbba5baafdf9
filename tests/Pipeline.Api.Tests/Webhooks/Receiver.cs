using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Pipeline.Api.Tests.Webhooks;

/// <summary>A real server on this machine that takes webhooks, and does to them what a test says.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<Received> _received = new();
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    /// <summary>How the next messages are answered; 204 unless a test says otherwise.</summary>
    public Func<HttpContext, Task> Answer { get; set; } =
        context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };

    public IReadOnlyList<Received> All => [.. _received];

    public string Url { get; private set; } = "";

    public int Port => new Uri(Url).Port;

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options =>
            options.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1)
        );
        var app = builder.Build();
        var receiver = new Receiver(app);
        app.Run(receiver.TakeAsync);
        await app.StartAsync();
        receiver.Url = $"{app.Urls.Single()}/hook";
        return receiver;
    }

    /// <summary>Waits for so many messages, whatever became of them.</summary>
    public async Task<IReadOnlyList<Received>> WaitAsync(int count)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (_received.Count < count && TimeProvider.System.GetUtcNow() < deadline)
            await Task.Delay(20);
        _received.Should().HaveCountGreaterThanOrEqualTo(count);
        return All;
    }

    /// <summary>Answers with a status.</summary>
    public void AnswerWith(int status) =>
        Answer = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        // Another test that waits for its own program, at a port that was free when it chose it.
        if (context.Request.Path.StartsWithSegments("/health"))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        _received.Enqueue(
            new(
                context.Request.Path,
                context.Request.Headers.ToDictionary(
                    h => h.Key,
                    h => h.Value.ToString(),
                    StringComparer.OrdinalIgnoreCase
                ),
                await reader.ReadToEndAsync()
            )
        );
        await Answer(context);
    }

    /// <summary>A message as it came.</summary>
    /// <param name="Headers">All that came, by their names.</param>
    public sealed record Received(string Path, IReadOnlyDictionary<string, string> Headers, string Body)
    {
        public string Id => Headers["webhook-id"];

        public string Timestamp => Headers["webhook-timestamp"];

        public string Signatures => Headers["webhook-signature"];

        public JsonNode Json => JsonNode.Parse(Body)!;

        /// <summary>Whose it is; null of what belongs to a portfolio alone.</summary>
        public Guid? Project => Json["data"]!["projectId"]?.GetValue<Guid>();

        /// <summary>Its type, and the id of the record that it tells of.</summary>
        public string Told
        {
            get
            {
                var (json, ids) = (
                    Json,
                    new[] { "deliveryId", "transitionId", "closingId", "importId", "commitmentId" }
                );
                return $"{json["type"]} {ids.Select(id => json["data"]![id]).FirstOrDefault(id => id is not null)}".Trim();
            }
        }

        /// <summary>Which of the signatures a secret makes, as the standard describes it: written anew here, so that it is held against the description.</summary>
        public IReadOnlyList<bool> SignedWith(string secret)
        {
            var key = Convert.FromBase64String(secret["whsec_".Length..]);
            var expected =
                "v1,"
                + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}")));
            return [.. Signatures.Split(' ').Select(signature => signature == expected)];
        }

        public DateTimeOffset SentAt =>
            DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp, CultureInfo.InvariantCulture));
    }
}
