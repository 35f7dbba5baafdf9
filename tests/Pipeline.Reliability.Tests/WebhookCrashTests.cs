using System.Collections.Concurrent;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Webhooks;

namespace Pipeline.Reliability.Tests;

/// <summary>Instances die at any moment while events are under way: each event arrives at each receiver, under one id, in the order of its project.</summary>
public sealed class WebhookCrashTests : IAsyncLifetime
{
    private const int Kills = 5,
        ProjectsBetweenKills = 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-tests-").FullName;
    private readonly TestDatabase _database;

    public WebhookCrashTests() => _database = TestDatabase.In(_folder);

    public Task InitializeAsync() => _database.CreateAsync();

    public async Task DisposeAsync()
    {
        await _database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_again_and_again_each_event_arrives_under_one_id_and_in_order()
    {
        var settings = new Dictionary<string, string>(ServedLedgers.Settings(_folder, _database))
        {
            ["Pipeline__Webhooks__AllowHttp"] = "true",
            ["Pipeline__Webhooks__AllowedNetworks"] = "127.0.0.0/8",
            ["Pipeline__Webhooks__TimeoutSeconds"] = "2",
            ["Pipeline__Outbox__LeaseSeconds"] = "5",
            ["Pipeline__Outbox__FirstRetrySeconds"] = "1",
        };
        await using Receiver one = await Receiver.StartAsync(),
            other = await Receiver.StartAsync();
        var (chance, made) = (new Random(20261128), new ConcurrentDictionary<Guid, Guid>());
        ServedLedgers? ledgers = null;
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var served = await ServedProgram.StartAsync(_folder, settings);
            var client = new Client(served.Http);
            await client.SignInAsync(ServedLedgers.AdministratorEmail, ServedLedgers.Password);
            ledgers = ledgers is null ? await OpenAsync(client, one, other) : ledgers.For(client);
            for (var i = 0; i < ProjectsBetweenKills; i++)
            {
                var project = await ledgers.ProjectAsync($"P-{kill}-{i}");
                var deliveries = await ledgers.CommitmentAsync(project);
                made[project] = Guid.Parse(deliveries.Split('/')[3]);
            }
            if (kill == Kills)
                await UntilAsync(() => new[] { one, other }.All(r => Projects(r).Count == made.Count * 2));
            else
                await Task.Delay(chance.Next(1500));
            served.Process.Kill();
            await served.EndAsync();
        }

        foreach (var receiver in new[] { one, other })
        {
            var arrived = Projects(receiver);
            arrived.Keys.Should().BeEquivalentTo(made.Keys.SelectMany(p => Types.Select(type => (p, type))));
            arrived.Values.Should().OnlyContain(ids => ids.Distinct().Count() == 1, "an event has one id for ever");
            arrived.Values.Select(ids => ids[0]).Should().OnlyHaveUniqueItems();
            foreach (var project in made.Keys)
                receiver
                    .All.Where(r => Project(r) == project)
                    .Select(r => r.Json["type"]!.GetValue<string>())
                    .Distinct()
                    .Should()
                    .Equal(Types);
        }
        Ids(one).Should().BeEquivalentTo(Ids(other));
    }

    private static readonly string[] Types = ["project.created", "commitment.agreed"];

    private static async Task<ServedLedgers> OpenAsync(Client client, params Receiver[] receivers)
    {
        var ledgers = await ServedLedgers.OpenAsync(client);
        foreach (var receiver in receivers)
            (
                await client.PostAsync(
                    $"portfolios/{ledgers.PortfolioId}/webhooks",
                    new { url = receiver.Url, events = Types }
                )
            ).ShouldBe(201);
        return ledgers;
    }

    private static Dictionary<(Guid Project, string Type), List<string>> Projects(Receiver receiver) =>
        receiver
            .All.GroupBy(r => (Project(r), r.Json["type"]!.GetValue<string>()))
            .ToDictionary(g => g.Key, g => g.Select(r => r.Id).ToList());

    private static IEnumerable<string> Ids(Receiver receiver) => receiver.All.Select(r => r.Id).Distinct();

    private static Guid Project(Receiver.Received received) => received.Json["data"]!["projectId"]!.GetValue<Guid>();

    private static async Task UntilAsync(Func<bool> met)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;
        while (!met() && TimeProvider.System.GetUtcNow() < deadline)
            await Task.Delay(100);
        met().Should().BeTrue("what was acknowledged arrives");
    }
}
