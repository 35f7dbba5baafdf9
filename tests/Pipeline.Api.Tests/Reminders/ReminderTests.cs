using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Programmes;
using Pipeline.Application.Common;
using Pipeline.Application.Deadlines;
using Pipeline.Application.Modules;
using Pipeline.Application.Reminders;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Tests.Reminders;

/// <summary>People are reminded of what is due: whoever sees it, once a day at most, by however many instances.</summary>
[UseCases(typeof(GetReminderRules), typeof(SetReminderRules))]
public sealed class ReminderTests(ReminderApi api) : IClassFixture<ReminderApi>
{
    [Fact]
    public async Task Managers_say_when_and_what_cannot_be_is_refused()
    {
        var fund = await Fund.OpenAsync(api);
        var path = $"portfolios/{fund.Id}/reminders";
        var usual = (await api.Administrator.GetAsync(path)).ShouldBe(200);
        (usual.Number("daysBefore"), usual.Flag("onTheDay"), usual.Flag("weeklyWhileLate"), usual.ETag)
            .Should()
            .Be((7, true, true, "\"0\""));
        (await api.Administrator.PutAsync(path, Rules(91), "*")).ShouldBlame("daysBefore", "out_of_range");
        (await api.Administrator.PutAsync(path, Rules(3))).ShouldBe(428);
        (await api.Administrator.PutAsync(path, Rules(3), "\"0\"")).ShouldBe(200).ETag.Should().Be("\"1\"");
        (await api.Administrator.PutAsync(path, Rules(4), "\"0\"")).ShouldBeProblem(412, "stale");
        (await api.Administrator.GetAsync(path)).Number("daysBefore").Should().Be(3);
        var audit = (await api.Administrator.GetAsync("audit?limit=200")).ShouldBe(200);
        audit.Items().Should().Contain(e => e["kind"]!.GetValue<string>() == "reminderRules");
    }

    [Fact]
    public async Task Whoever_sees_a_deadline_is_reminded_of_it_on_its_days_once_each_and_nobody_else()
    {
        var (fund, other) = (await Fund.OpenAsync(api), await Fund.OpenAsync(api));
        var project = await fund.ProjectAsync();
        (
            await api.Administrator.PutAsync($"portfolios/{other.Id}/holdings/{project.Id}", new { kind = "coFunder" })
        ).ShouldBe(200);
        var (finance, partner) = (await fund.MemberAsync("finance"), await other.MemberAsync("investor"));
        var ends = api.Clock.Today.AddDays(5);
        (await project.TryCommitAsync(100, more: new { startsOn = "2015-02-01", endsOn = ends })).ShouldBe(201);

        await LookAgainAsync(fund);
        var told = await RemindedAsync(finance, 1);
        told[0]
            .Should()
            .Be(("deadline.approaching", $"A deadline approaches: End of a commitment, {Figures.Day(ends).En}"));
        await LookAgainAsync(fund);
        (await RemindersOfAsync(finance))
            .Should()
            .HaveCount(1, "once a day, however often and by whomever it is looked at");

        // Another that ends on the same day is another thing, by its own name, also for programs.
        var second = (
            await project.TryCommitAsync(
                50,
                more: new
                {
                    startsOn = "2015-02-01",
                    endsOn = ends,
                    reference = "B-2",
                }
            )
        ).ShouldBe(201).Id("id");
        await LookAgainAsync(fund);
        (await RemindedAsync(finance, 2))[0]
            .Text.Should()
            .Be($"A deadline approaches: End of a commitment (B-2), {Figures.Day(ends).En}");
        (
            await api.InDatabaseAsync(db =>
                db.Outbox.Where(m => m.ProjectId == project.Id && m.Type == "deadline.approaching")
                    .OrderBy(m => m.Sequence)
                    .Select(m => m.Payload)
                    .LastAsync()
            )
        )
            .Should()
            .Be($$"""{"kind":"commitmentEnd","dueOn":"{{ends:yyyy-MM-dd}}","of":"{{second}}"}""");

        await LookedAsTheReleaseBeforeDidAsync(fund);
        await LookAgainAsync(fund);
        (await RemindersOfAsync(finance)).Should().HaveCount(2, "it has reminded of both, under its own key");

        await DaysGoByAsync(finance, 5);
        (await RemindedAsync(finance, 4))[0].Kind.Should().Be("deadline.approaching", "today");
        await DaysGoByAsync(finance, 1);
        (await RemindedAsync(finance, 6))[0].Kind.Should().Be("deadline.missed");
        await DaysGoByAsync(finance, 6);
        await LookAgainAsync(fund);
        (await RemindersOfAsync(finance)).Should().HaveCount(6);
        await DaysGoByAsync(finance, 1);
        await RemindedAsync(finance, 8);

        await SignInAgainAsync(partner);
        (await RemindersOfAsync(partner)).Should().BeEmpty("what another fund has promised is not shown to them");
    }

    [Fact]
    public async Task Whoever_has_lost_the_role_is_not_reminded_and_keys_are_managers_affair()
    {
        var fund = await Fund.OpenAsync(api);
        var (manager, leaver, investor) = (
            await fund.MemberAsync("manager"),
            await fund.MemberAsync("manager"),
            await fund.MemberAsync("investor")
        );
        (await api.Administrator.DeleteAsync($"portfolios/{fund.Id}/members/{leaver.UserId}")).ShouldBe(204);
        (
            await api.Administrator.PostAsync(
                $"portfolios/{fund.Id}/api-keys",
                new
                {
                    name = "Excel",
                    access = "read",
                    expiresAt = api.Clock.GetUtcNow().AddDays(3),
                }
            )
        ).ShouldBe(201);
        // A portfolio that was looked at before the key was made is looked at again.
        await LookAgainAsync(fund);
        await RemindedAsync(manager, 1);
        (await RemindersOfAsync(leaver)).Should().BeEmpty();
        (await RemindersOfAsync(investor)).Should().BeEmpty();
    }

    [Fact]
    public async Task Sessions_remind_the_portfolio_and_owners_of_projects_that_take_part_once_each()
    {
        var fund = await Fund.OpenAsync(api);
        var rules = $"portfolios/{fund.Id}/reminders";
        // The host looks too, at any moment: of nothing before it is all told.
        (await api.Administrator.PutAsync(rules, Rules(0), "*")).ShouldBe(200);
        var (project, elsewhere) = (await fund.ProjectAsync(), await fund.ProjectAsync());
        var (owner, stranger) = (await project.OwnerAsync(), await elsewhere.OwnerAsync());
        var (investor, both) = (await fund.MemberAsync("investor"), await fund.MemberAsync("investor"));
        (await api.Administrator.PutAsync($"{project.Path}/members/{both.UserId}", null)).ShouldBe(200);
        var cohort = await TestProgramme.OpenAsync(fund, $"{api.Clock.Today.AddDays(5):yyyy-MM-dd}");
        await cohort.ChooseAsync("Nanterre", new { projectId = project.Id });
        var gone = await cohort.ChooseAsync("Rennes", new { projectId = elsewhere.Id });
        (await cohort.SayAsync(gone, "Rennes", "left", "2018-05-01", new { reason = "Gone" })).ShouldBe(200);
        (await api.Administrator.PutAsync(rules, Rules(7), "*")).ShouldBe(200);

        await LookAgainAsync(fund);
        foreach (var person in new[] { owner, investor, both })
            (await RemindedAsync(person, 1))[0].Text.Should().Contain("Session of a programme");
        await LookAgainAsync(fund);
        foreach (var person in new[] { owner, investor, both })
            (await RemindersOfAsync(person)).Should().HaveCount(1);
        (await RemindersOfAsync(stranger)).Should().BeEmpty("theirs has left");
        (await owner.GetAsync("me/notifications?limit=200"))
            .Items()
            .Single(n => n["kind"]!.GetValue<string>() == "deadline.approaching")["link"]!
            .GetValue<string>()
            .Should()
            .Be("/deadlines", "that leads them to the cohort");
    }

    private static object Rules(int daysBefore) =>
        new
        {
            daysBefore,
            onTheDay = true,
            weeklyWhileLate = true,
        };

    // As other instances would, at the same time.
    private async Task LookAgainAsync(Fund fund)
    {
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => LookAsync()));
        // Whatever was raised would be delivered before this, which comes after it.
        var project = await fund.ProjectAsync();
        await Eventually.Async(
            () =>
                api.InDatabaseAsync(db =>
                    db.Notifications.AnyAsync(n => n.ProjectId == project.Id && n.Type == "project.created")
                ),
            found => found
        );

        async Task LookAsync()
        {
            await using var scope = api.Services.CreateAsyncScopeFor(Operator.Id);
            await scope.ServiceProvider.GetRequiredService<DeadlineWatch>().LookAsync(fund.Id, CancellationToken.None);
        }
    }

    // While a release is rolled out, an instance of the one before looks too: it keeps its own keys alone, and reminds of what has none.
    private async Task LookedAsTheReleaseBeforeDidAsync(Fund fund)
    {
        await using var scope = api.Services.CreateAsyncScopeFor(Operator.Id);
        var due = await scope
            .ServiceProvider.GetRequiredService<DeadlineReader>()
            .ReadAsync(fund.Id, null, d => d.DueOn <= api.Clock.Today.AddDays(7), CancellationToken.None);
        await api.InDatabaseAsync(async db =>
        {
            var run = await db.ReminderRuns.SingleAsync(r => r.PortfolioId == fund.Id);
            var keys = due.Select(d => KeyOf(d.Item)).Distinct().ToList();
            keys.Should().NotBeEmpty().And.BeSubsetOf(run.Reminded.Keys, "it would remind of them again");
            run.Look(keys.ToDictionary(key => key, key => run.Reminded[key]), api.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        static string KeyOf(DueItem d) =>
            Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{d.Kind}|{d.ProjectId}|{d.DueOn:O}|{d.Path}|{d.What.En}"))[..8]
            );
    }

    private async Task DaysGoByAsync(Client person, int days)
    {
        await api.DaysGoByAsync(days);
        await SignInAgainAsync(person);
    }

    private async Task SignInAgainAsync(Client person)
    {
        var email = (await api.Administrator.GetAsync($"users/{person.UserId}")).ShouldBe(200).Text("email");
        await person.SignInAsync(email, PipelineApi.Password);
    }

    private static Task<IReadOnlyList<(string Kind, string Text)>> RemindedAsync(Client person, int times) =>
        Eventually.Async(() => RemindersOfAsync(person), reminders => reminders.Count == times);

    private static async Task<IReadOnlyList<(string Kind, string Text)>> RemindersOfAsync(Client person) =>
        [
            .. (await person.GetAsync("me/notifications?limit=200"))
                .ShouldBe(200)
                .Items()
                .Select(n => (n["kind"]!.GetValue<string>(), n["text"]!.GetValue<string>()))
                .Where(n => n.Item1.StartsWith("deadline.", StringComparison.Ordinal)),
        ];
}
