using System.Collections.Concurrent;
using System.Globalization;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Outgoing.Mail;
using Pipeline.Api.Tests.Webhooks;
using Pipeline.Domain.Common;
using Xunit.Abstractions;

namespace Pipeline.Reliability.Tests;

/// <summary>
/// Two instances on one database, of which one or both die at any moment while events are under way: each event arrives at each receiver and in the mail, under one
/// id, and in the order of its project. As often as <c>PIPELINE_TEST_KILLS</c> says, where it does (CONTRIBUTING).
/// </summary>
public sealed class EventCrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int UsualKills = 5,
        ProjectsBetweenKills = 2,
        DeliveriesOfProject = 3;

    private const string Email = "told@test.pipeline";

    private static readonly string[] Types = ["project.created", "commitment.agreed", "delivery.recorded"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-tests-").FullName;

    // What happened in each project, in its order, as receivers are to be told.
    private readonly ConcurrentDictionary<Guid, IReadOnlyList<string>> _happened = new();
    private readonly ConcurrentQueue<(Guid Project, string Subject, string Id)> _mails = [];
    private TestDatabase _database = null!;

    public Task InitializeAsync()
    {
        _database = TestDatabase.In(_folder);
        return _database.CreateAsync();
    }

    public async Task DisposeAsync()
    {
        await _database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_again_and_again_each_event_arrives_everywhere_under_one_id_and_in_order()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var chance = new Random(seed);
        await using var mails = MailServer.Start();
        await using Receiver one = await Receiver.StartAsync(),
            other = await Receiver.StartAsync();
        await using var instances = await Instances.StartAsync(_folder, Settings(mails.Port));
        var ledgers = await OpenAsync(instances.Any(), one, other);
        var reading = ReadMailsAsync(mails);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var writing = Task.WhenAll(
                Enumerable.Range(1, ProjectsBetweenKills).Select(i => WriteAsync(instances, ledgers, $"P-{kill}-{i}"))
            );
            await Task.Delay(chance.Next(1500));
            await instances.KillAsync(chance);
            await writing;
        }
        var events = _happened.Values.Sum(list => list.Count);
        await UntilAsync(() =>
            _mails.DistinctBy(m => m.Id).Count() == events
            && new[] { one, other }.All(r => r.All.DistinctBy(e => e.Id).Count() == events)
        );
        output.WriteLine(
            $"{Kills} kills, {events} events; arrived {one.All.Count} and {other.All.Count} times, mailed {_mails.Count} times"
        );

        foreach (var receiver in new[] { one, other })
        {
            receiver
                .All.Select(r => (r.Id, r.Told))
                .Distinct()
                .Should()
                .HaveCount(events, "an event has one id for ever");
            foreach (var (project, happened) in _happened)
                receiver.All.Where(r => r.Project == project).Select(r => r.Told).Distinct().Should().Equal(happened);
        }
        one.All.Select(r => r.Id).Distinct().Should().BeEquivalentTo(other.All.Select(r => r.Id).Distinct());
        _mails.Distinct().Should().HaveCount(events, "a mail has one id for ever");
        foreach (var (project, happened) in _happened)
            _mails
                .Where(m => m.Project == project)
                .DistinctBy(m => m.Id)
                .Select(m => m.Subject)
                .Should()
                .Equal(happened.Select(told => EventTypes.LabelOf(told.Split(' ')[0]).En));
        reading.IsFaulted.Should().BeFalse();
    }

    private static int Kills =>
        Environment.GetEnvironmentVariable("PIPELINE_TEST_KILLS") is { Length: > 0 } kills
            ? int.Parse(kills, CultureInfo.InvariantCulture)
            : UsualKills;

    private Dictionary<string, string> Settings(int mailPort) =>
        new(ServedLedgers.Settings(_folder, _database))
        {
            ["Pipeline__Webhooks__AllowHttp"] = "true",
            ["Pipeline__Webhooks__AllowedNetworks"] = "127.0.0.0/8",
            ["Pipeline__Mail__Host"] = "127.0.0.1",
            ["Pipeline__Mail__Port"] = $"{mailPort}",
            ["Pipeline__Mail__Security"] = "none",
            ["Pipeline__Mail__From"] = "pipeline@example.org",
            ["Pipeline__Outbox__LeaseSeconds"] = "6",
            ["Pipeline__Mail__TimeoutSeconds"] = "2",
            ["Pipeline__Webhooks__TimeoutSeconds"] = "2",
            ["Pipeline__Outbox__FirstRetrySeconds"] = "1",
        };

    // Every write under a key, sent again until an instance has answered: it happens once, whichever of them dies over it.
    private async Task WriteAsync(Instances instances, ServedLedgers ledgers, string code)
    {
        var project = (await instances.PostAsync("projects", ledgers.Project(code))).Id("id");
        var commitment = (await instances.PostAsync($"projects/{project}/commitments", ledgers.Commitment())).Id("id");
        var happened = new List<string> { Types[0], $"{Types[1]} {commitment}" };
        for (var i = 1; i <= DeliveriesOfProject; i++)
        {
            var delivery = await instances.PostAsync(
                $"projects/{project}/commitments/{commitment}/deliveries",
                ServedLedgers.Delivery(i, project)
            );
            happened.Add($"{Types[2]} {delivery.Id("id")}");
        }
        _happened[project] = happened;
    }

    private static async Task<ServedLedgers> OpenAsync(Client administrator, params Receiver[] receivers)
    {
        var ledgers = await ServedLedgers.OpenAsync(administrator);
        foreach (var receiver in receivers)
            (
                await administrator.PostAsync(
                    $"portfolios/{ledgers.PortfolioId}/webhooks",
                    new { url = receiver.Url, events = Types }
                )
            ).ShouldBe(201);
        var user = new
        {
            email = Email,
            name = "Told",
            password = ServedLedgers.Password,
        };
        var id = (await administrator.PostAsync("users", user)).ShouldBe(201).Id("id");
        (
            await administrator.PutAsync($"portfolios/{ledgers.PortfolioId}/members/{id}", new { role = "investor" })
        ).ShouldBe(200);
        using var http = new HttpClient { BaseAddress = administrator.Http.BaseAddress };
        var told = new Client(http);
        await told.SignInAsync(Email, ServedLedgers.Password);
        var kinds = Types.Select(kind => new { kind, mail = "atOnce" });
        (await told.PutAsync("me/notification-preferences", new { preferences = kinds }, "*")).ShouldBe(200);
        return ledgers;
    }

    private async Task ReadMailsAsync(MailServer server)
    {
        await foreach (var (mail, _) in server.AllAsync())
        {
            var line = mail.TextBody!.Split('\n').First(l => l.Contains("/projects/", StringComparison.Ordinal));
            var project = line.Split("/projects/")[1].Trim().Split('/')[0];
            _mails.Enqueue((Guid.Parse(project), mail.Subject!, mail.MessageId!));
        }
    }

    private static async Task UntilAsync(Func<bool> met)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (!met() && TimeProvider.System.GetUtcNow() < deadline)
            await Task.Delay(100);
        met().Should().BeTrue("what was acknowledged arrives");
    }
}
