using System.Collections.Concurrent;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Outgoing.Mail;

namespace Pipeline.Api.Tests.Notifications;

/// <summary>Instances die at any moment while mails are under way: each event is mailed, and under one id.</summary>
public sealed class NotificationCrashTests : IAsyncLifetime
{
    private const int Kills = 5,
        ProjectsBetweenKills = 10;

    private const string Email = "told@test.pipeline";

    private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-tests-").FullName;
    private readonly TestDatabase _database;

    public NotificationCrashTests() => _database = TestDatabase.In(_folder);

    public Task InitializeAsync() => _database.CreateAsync();

    public async Task DisposeAsync()
    {
        await _database.DropAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Killed_again_and_again_each_event_is_mailed_under_one_id()
    {
        await using var server = MailServer.Start();
        var settings = new Dictionary<string, string>(Alive.Ledgers.Settings(_folder, _database))
        {
            ["Pipeline__Mail__Host"] = "127.0.0.1",
            ["Pipeline__Mail__Port"] = $"{server.Port}",
            ["Pipeline__Mail__Security"] = "none",
            ["Pipeline__Mail__From"] = "pipeline@example.org",
            ["Pipeline__Outbox__LeaseSeconds"] = "5",
            ["Pipeline__Outbox__FirstRetrySeconds"] = "1",
        };
        var (chance, made) = (new Random(20261128), new HashSet<Guid>());
        var mailed = new ConcurrentDictionary<Guid, ConcurrentBag<string>>();
        Alive.Ledgers? ledgers = null;
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var served = await ServedProgram.StartAsync(_folder, settings);
            var client = new Client(served.Http);
            await client.SignInAsync(Alive.Ledgers.AdministratorEmail, Alive.Ledgers.Password);
            ledgers = ledgers is null ? await OpenAsync(client, served.Address) : ledgers.For(client);
            for (var i = 0; i < ProjectsBetweenKills; i++)
                made.Add(await ledgers.ProjectAsync($"P-{kill}-{i}"));
            if (kill < Kills)
                await Task.Delay(chance.Next(1500));
            else
                while (!made.IsSubsetOf(mailed.Keys))
                    Note(await server.NextAsync());
            served.Process.Kill();
            await served.EndAsync();
        }

        mailed.Keys.Should().BeEquivalentTo(made, "nothing is lost, and nothing is told that was not done");
        mailed.Values.Should().OnlyContain(ids => ids.Distinct().Count() == 1, "a mail has one id for ever");
        mailed.Values.Select(ids => ids.First()).Should().OnlyHaveUniqueItems();

        void Note(MailServer.Delivered mail)
        {
            var line = mail.Mail.TextBody!.Split('\n').First(l => l.Contains("/projects/", StringComparison.Ordinal));
            mailed.GetOrAdd(Guid.Parse(line.Trim().Split('/')[^1]), _ => []).Add(mail.Mail.MessageId!);
        }
    }

    private static async Task<Alive.Ledgers> OpenAsync(Client administrator, Uri address)
    {
        var ledgers = await Alive.Ledgers.OpenAsync(administrator);
        var user = (
            await administrator.PostAsync(
                "users",
                new
                {
                    email = Email,
                    name = "Told",
                    password = Alive.Ledgers.Password,
                }
            )
        ).ShouldBe(201);
        (
            await administrator.PutAsync(
                $"portfolios/{ledgers.PortfolioId}/members/{user.Id("id")}",
                new { role = "investor" }
            )
        ).ShouldBe(200);
        using var http = new HttpClient { BaseAddress = address };
        var told = new Client(http);
        await told.SignInAsync(Email, Alive.Ledgers.Password);
        var kinds = new[] { new { kind = "project.created", mail = "atOnce" } };
        (await told.PutAsync("me/notification-preferences", new { preferences = kinds }, "*")).ShouldBe(200);
        return ledgers;
    }
}
