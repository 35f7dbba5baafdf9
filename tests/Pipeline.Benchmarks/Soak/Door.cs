using System.Diagnostics;
using System.Globalization;
using Pipeline.Api.Tests.Common;
using Pipeline.Reliability.Tests;

namespace Pipeline.Benchmarks.Soak;

/// <summary>
/// A client's way in, through the proxy, as a client of the product is told to behave: what got no answer, or was told to come again, is sent again as it was. Anything
/// else that was not expected is noted, and ends the step.
/// </summary>
internal sealed class Door(ThreeInstances instances, Troubles troubles, Tally tally) : IDisposable
{
    // An access token lasts an hour.
    private static readonly TimeSpan Session = TimeSpan.FromMinutes(20),
        Pause = TimeSpan.FromMilliseconds(200),
        LongestPause = TimeSpan.FromSeconds(2);

    private readonly Client _client = new(instances.NewHttp());
    private long _signedIn;

    public Tally Tally => tally;

    public void Dispose() => _client.Http.Dispose();

    /// <summary>Reads.</summary>
    public Task<Reply> GetAsync(string kind, string path) => SendAsync(kind, c => c.GetAsync(path), 200);

    /// <summary>Writes once, under a key of its own.</summary>
    public Task<Reply> PostAsync(string kind, string path, object body, string? ifMatch = null, int expected = 201)
    {
        var key = NewId();
        return SendAsync(kind, c => c.PostAsync(path, body, ifMatch, key), expected);
    }

    /// <summary>Sends a file, once, under a key of its own.</summary>
    public Task<Reply> UploadAsync(string kind, string path, byte[] file)
    {
        var key = NewId();
        return SendAsync(kind, c => c.UploadAsync(path, "grants.csv", file, key: key), 200);
    }

    public static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    private async Task<Reply> SendAsync(string kind, Func<Client, Task<Reply>> send, int expected)
    {
        if (_signedIn == 0 || Stopwatch.GetElapsedTime(_signedIn) > Session)
        {
            var credentials = new { email = ServedLedgers.AdministratorEmail, password = ServedLedgers.Password };
            _signedIn = Stopwatch.GetTimestamp();
            var tokens = await SendAsync("sign in", c => c.PostAsync("auth/login", credentials), 200);
            _client.Http.DefaultRequestHeaders.Authorization = new("Bearer", tokens.Text("accessToken"));
        }
        while (true)
        {
            var began = Stopwatch.GetTimestamp();
            var pause = Pause;
            try
            {
                var reply = await send(_client);
                if (reply.Status == expected)
                {
                    tally.Answered(kind, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    return reply;
                }
                pause = Again(kind, reply, began);
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                // Killed over it, or over its end.
                tally.Again("no answer, or half of one");
                tally.ShouldHold(troubles.Since(began), $"{kind}: {e.Message} while nothing was down");
            }
            catch (TaskCanceledException)
            {
                tally.Again("no answer in time");
                tally.Failed($"{kind}: no answer in time");
            }
            await Task.Delay(pause);
        }
    }

    // How long to wait; the product says so itself, the proxy has no body.
    private TimeSpan Again(string kind, Reply reply, long began)
    {
        if (reply.MediaType is null && reply.Status is 502 or 503 or 504)
        {
            tally.Again($"{reply.Status} of the proxy");
            tally.ShouldHold(troubles.Since(began), $"{kind}: {reply.Status} of the proxy while nothing was down");
            return Pause;
        }
        if (reply is { Status: 503 or 429, RetryAfter: { } seconds, Json: not null })
        {
            tally.Again($"{reply.Status} {reply.Text("code")}{(troubles.Since(began) ? "" : ", nothing down")}");
            var told = TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture));
            return told < LongestPause ? told : LongestPause;
        }
        var what = $"{kind}: {reply.Status} {reply.Json?.ToJsonString()}";
        tally.Failed(what);
        throw new UnexpectedAnswerException(what);
    }
}
