using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Webhooks;
using Xunit.Abstractions;

namespace Pipeline.Reliability.Tests;

/// <summary>
/// Three instances behind a proxy: none of them is special. Whoever signs in at one is signed in at all; what is sent to two at once is done once; one after the other is
/// replaced by day and nobody notices; one is killed and the others go on with what it had begun.
/// </summary>
public sealed partial class SeveralInstancesTests(ThreeInstances instances, ITestOutputHelper output)
    : IClassFixture<ThreeInstances>
{
    private const int Clients = 4,
        Twins = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentBag<string> _failures = [];
    private int _sent,
        _repeated;

    [Fact]
    public async Task Signed_in_at_one_is_signed_in_at_all_and_sent_to_three_at_once_is_done_once()
    {
        if (!IsThere)
            return;
        // A page is fetched at one, its form posted to the next, and the cookie shown to the last: they share the keys that seal all three.
        using var handler = new HttpClientHandler
        {
            CookieContainer = new CookieContainer(),
            AllowAutoRedirect = false,
        };
        using var browser = new HttpClient(handler);
        var form = await browser.GetStringAsync(At(0, "/sign-in"));
        using var fields = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["_handler"] = "sign-in",
                ["__RequestVerificationToken"] = Token().Match(form).Groups[1].Value,
                ["email"] = ServedLedgers.AdministratorEmail,
                ["password"] = ServedLedgers.Password,
            }
        );
        using var signedIn = await browser.PostAsync(At(1, "/sign-in"), fields);
        signedIn.StatusCode.Should().Be(HttpStatusCode.Found);
        using var page = await browser.GetAsync(At(2, "/me"));
        page.StatusCode.Should().Be(HttpStatusCode.OK);
        (await page.Content.ReadAsStringAsync()).Should().Contain(ServedLedgers.AdministratorEmail);

        for (var i = 0; i < Twins; i++)
        {
            var (key, body) = (NewId(), instances.Ledgers.Project($"TWIN-{i}"));
            var replies = await Task.WhenAll(
                Enumerable.Range(0, 3).Select(n => instances.At(n).PostAsync("projects", body, key: key))
            );
            replies.Select(r => r.ShouldBe(201).Id("id")).Distinct().Should().ContainSingle();
            replies.Count(r => !r.Replayed).Should().Be(1);
        }
        (await instances.Administrator.GetAsync($"projects?portfolioId={instances.Ledgers.PortfolioId}&q=TWIN"))
            .ShouldBe(200)
            .Number("totalItems")
            .Should()
            .Be(Twins);
    }

    [Fact]
    public async Task One_after_the_other_is_replaced_under_load_and_no_request_fails()
    {
        if (!IsThere)
            return;
        var deliveries = await OpenAsync("ROLLED");
        using var rolled = new CancellationTokenSource();
        var load = LoadAsync(deliveries, rolled.Token);
        for (var i = 0; i < instances.Served.Count; i++)
        {
            instances.Served[i].Terminate();
            (await instances.StartAgainAsync(i)).Should().Be(0, "it ends when it has answered what it had begun");
        }
        await rolled.CancelAsync();
        var acknowledged = await load;

        output.WriteLine($"{_sent} requests, {_repeated} of them told to come again");
        _failures.Should().BeEmpty();
        (await ServedLedgers.DeliveredAsync(instances.Administrator, deliveries)).Should().BeEquivalentTo(acknowledged);
    }

    [Fact]
    public async Task One_is_killed_under_load_and_the_others_deliver_what_it_had_begun()
    {
        if (!IsThere)
            return;
        await using var receiver = await Receiver.StartAsync();
        (
            await instances.Administrator.PostAsync(
                $"portfolios/{instances.Ledgers.PortfolioId}/webhooks",
                new { url = receiver.Url, events = new[] { "delivery.recorded" } }
            )
        ).ShouldBe(201);
        var deliveries = await OpenAsync("KILLED");
        using var killed = new CancellationTokenSource();
        var load = LoadAsync(deliveries, killed.Token, dying: true);
        await receiver.WaitAsync(5);
        instances.Served[1].Process.Kill();
        await receiver.WaitAsync(receiver.All.Count + 20);
        await killed.CancelAsync();
        var acknowledged = await load;

        output.WriteLine($"{_sent} requests, {_repeated} of them sent again");
        _failures.Should().BeEmpty();
        (await ServedLedgers.DeliveredAsync(instances.Administrator, deliveries)).Should().BeEquivalentTo(acknowledged);
        await Eventually.Async(
            () => Task.FromResult(receiver.All.Select(r => r.Id).Distinct().Count()),
            count => count == acknowledged.Count
        );
        await instances.StartAgainAsync(1);
    }

    private bool IsThere
    {
        get
        {
            if (!ThreeInstances.IsThere)
                output.WriteLine("Not run: PIPELINE_TEST_POSTGRESQL names no server.");
            return ThreeInstances.IsThere;
        }
    }

    private Uri At(int instance, string path) => new(instances.Served[instance].Address, path);

    private async Task<string> OpenAsync(string code) =>
        await instances.Ledgers.CommitmentAsync(await instances.Ledgers.ProjectAsync(code));

    // Reads and writes until it is enough; what was acknowledged, in cents by reference.
    private async Task<Dictionary<Guid, int>> LoadAsync(string deliveries, CancellationToken enough, bool dying = false)
    {
        var acknowledged = new ConcurrentDictionary<Guid, int>();
        await Task.WhenAll(
            Enumerable
                .Range(1, Clients)
                .Select(async number =>
                {
                    using var http = instances.NewHttp();
                    http.DefaultRequestHeaders.Authorization = instances
                        .Administrator
                        .Http
                        .DefaultRequestHeaders
                        .Authorization;
                    var client = new Client(http);
                    for (var cents = number; !enough.IsCancellationRequested; cents++)
                    {
                        var reference = NewId();
                        var body = ServedLedgers.Delivery(cents, reference);
                        await SendAsync(() => client.PostAsync(deliveries, body, key: reference), 201, dying);
                        acknowledged[reference] = cents;
                        await SendAsync(() => client.GetAsync(deliveries), 200, dying);
                        await SendAsync(
                            () => client.GetAsync($"portfolios/{instances.Ledgers.PortfolioId}/dashboard"),
                            200,
                            dying
                        );
                    }
                })
        );
        return new(acknowledged);
    }

    // Comes again where it is told to, and, where an instance dies over it, where the proxy says so.
    private async Task SendAsync(Func<Task<Reply>> send, int expected, bool dying)
    {
        while (true)
        {
            Interlocked.Increment(ref _sent);
            var reply = await send();
            if (reply.Status == expected)
                return;
            var again =
                reply.Status == (int)HttpStatusCode.ServiceUnavailable
                || (dying && reply.Status == (int)HttpStatusCode.BadGateway);
            if (!again)
            {
                _failures.Add($"{reply.Status} {reply.Json?.ToJsonString()}");
                return;
            }
            Interlocked.Increment(ref _repeated);
            await Task.Delay(Pause);
        }
    }

    private static Guid NewId() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
