using System.Net;
using System.Text;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Pipeline.Api.Tests.Audit;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Programmes;
using Pipeline.Application.Calendars;

namespace Pipeline.Api.Tests.Calendars;

/// <summary>What is due, at a secret address: for whoever may see it, as long as they may.</summary>
[UseCases(typeof(MakeCalendar), typeof(GetCalendar), typeof(EndCalendar), typeof(OpenCalendar), typeof(ReadCalendar))]
public sealed class CalendarTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    // All that a calendar line must not be torn by, longer than a line may be, and what would be lines of their own.
    private const string Torn =
        "Revenu propre, « moitié » ; coût \\ tête 🎒 à l'été – "
        + "et bien plus encore que ne tient une ligne de soixante-quinze octets"
        + "\nATTENDEE:mailto:everybody@example.org\nEND:VEVENT";

    private DateOnly Today => api.Clock.Today;

    [Fact]
    public async Task What_is_due_is_whole_days_with_categories_and_links_to_the_pages()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync(tags: new { name = "Vélo, école; « été » 🚲" });
        var manager = await fund.MemberAsync("manager");
        await DueAsync(fund, project);
        await TestProgramme.OpenAsync(fund, $"{Today.AddDays(1):yyyy-MM-dd}");
        (await manager.PostAsync($"portfolios/{fund.Id}/api-keys", new { name = "Sheet", access = "read" })).ShouldBe(
            201
        );

        var calendar = await ReadAsync(await MakeAsync(manager));

        var listed = (await manager.GetAsync("deadlines")).ShouldBe(200).Items();
        calendar
            .Events.Select(e => ($"{e.Start!.Date:yyyy-MM-dd}", e.Categories.Single(), e.Url!.AbsoluteUri))
            .Should()
            .BeEquivalentTo(
                listed.Select(d =>
                    (
                        d["dueOn"]!.GetValue<string>(),
                        d["kindLabel"]!.GetValue<string>(),
                        $"{PipelineApi.LinkAddress}{d["link"]!.GetValue<string>()}"
                    )
                )
            )
            .And.HaveCount(11);
        calendar.Events.Should().OnlyContain(e => e.IsAllDay && !e.Start!.HasTime && e.Attendees.Count == 0);
        calendar.Events.Select(e => e.Uid).Should().OnlyHaveUniqueItems();
        calendar
            .Events.Select(e => e.Summary)
            .Should()
            .Contain([
                $"Vélo, école; « été » 🚲: {Torn}",
                "Vélo, école; « été » 🚲: A commitment ends with something undelivered",
                "The key Sheet expires",
            ]);
    }

    [Fact]
    public async Task It_is_lines_of_75_octets_at_most_under_headers_that_keep_it_private()
    {
        var (fund, project) = await FundAsync();
        await DueAsync(fund, project);
        using var http = api.CreateClient();
        using var answer = await http.GetAsync(PathOf(await MakeAsync(await fund.MemberAsync("finance"))));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        $"{answer.Content.Headers.ContentType}".Should().Be("text/calendar; charset=utf-8");
        $"{answer.Headers.CacheControl}".Should().Be("no-cache, private");
        bytes[0].Should().Be((byte)'B', "a byte order mark is no part of it");
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        lines.Should().OnlyContain(line => Encoding.UTF8.GetByteCount(line) <= 75);
        lines.Should().NotContain(line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
        lines.Should().Contain("METHOD:PUBLISH");
    }

    [Fact]
    public async Task Ids_stay_when_days_move_and_others_come_and_go()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        var finance = await fund.MemberAsync("finance");
        await DueAsync(fund, project);
        var address = await MakeAsync(finance);
        var first = (await ReadAsync(address)).Events.ToDictionary(e => e.Uid!, e => e.Summary);

        // In another language, an exit is planned, the objective is put off, another is put before it, and another commitment ends before the first.
        (await project.TryCommitAsync(10, more: new { endsOn = $"{Today.AddDays(-9):yyyy-MM-dd}" })).ShouldBe(201);
        await AgreeAsync(fund, project, exitStrategy: "With the region", days: 40, before: "A team");
        (await PreferAsync(finance, "fr")).ShouldBe(200);

        var later = (await ReadAsync(address)).Events.ToDictionary(e => e.Uid!, e => e.Summary);
        later.Keys.Should().Contain(first.Keys).And.HaveCount(first.Count + 2);
        first
            .Where(e => e.Value!.Contains("Own income"))
            .Should()
            .ContainSingle()
            .Which.Key.Should()
            .Be(later.Single(e => e.Value!.Contains("Own income")).Key);
        later
            .Values.Should()
            .NotContain(first.Values.Where(says => says!.Contains("agreement")), "it is in French now");
    }

    [Fact]
    public async Task It_is_not_sent_again_until_something_is_recorded_or_the_day_is_over()
    {
        var (fund, project) = await FundAsync();
        var finance = await fund.MemberAsync("finance");
        var address = await MakeAsync(finance);
        var (_, tag) = await AskAsync(address, null);
        (await AskAsync(address, tag)).Should().Be((304, tag));
        (await AskAsync(address, "W/\"another\"")).Should().Be((200, tag));

        (await project.TryCommitAsync(10, more: new { endsOn = "2032-01-31" })).ShouldBe(201);
        var (status, recorded) = await AskAsync(address, tag);
        (status, recorded == tag).Should().Be((200, false));
        (await ReadAsync(address)).Events.Should().HaveCount(2);

        (await PreferAsync(finance, "fr")).ShouldBe(200);
        var (inFrench, french) = await AskAsync(address, recorded);
        (inFrench, french == recorded).Should().Be((200, false));

        await api.DaysGoByAsync(1);
        (await AskAsync(address, french)).Status.Should().Be(200);
    }

    [Fact]
    public async Task It_speaks_the_language_of_ones_mails_and_before_that_the_one_it_was_asked_for_in()
    {
        var (fund, _) = await FundAsync();
        var finance = await fund.MemberAsync("finance");
        var address = await MakeAsync(finance, "fr");
        (await ReadAsync(address)).Events.Single().Categories.Should().Equal("Fin d'un engagement");
        (await PreferAsync(finance, "en")).ShouldBe(200);
        (await ReadAsync(address)).Events.Single().Categories.Should().Equal("End of a commitment");
    }

    [Fact]
    public async Task An_administrator_sees_what_is_due_of_everybody_and_a_stranger_nothing()
    {
        var (_, project) = await FundAsync();
        (await ReadAsync(await MakeAsync(api.Administrator)))
            .Events.Select(e => e.Url!.AbsolutePath)
            .Should()
            .Contain($"/projects/{project.Id}/ledger");
        var stranger = await (await Fund.OpenAsync(api)).MemberAsync("manager");
        (await ReadAsync(await MakeAsync(stranger))).Events.Should().BeEmpty();
    }

    [Fact]
    public async Task Whoever_lost_a_role_sees_nothing_of_it_any_more_and_whoever_left_has_no_calendar()
    {
        var (fund, _) = await FundAsync();
        var finance = await fund.MemberAsync("finance");
        var address = await MakeAsync(finance);
        var (_, tag) = await AskAsync(address, null);
        (await ReadAsync(address)).Events.Should().HaveCount(1);

        (await api.Administrator.DeleteAsync($"portfolios/{fund.Id}/members/{finance.UserId}")).ShouldBe(204);
        (await AskAsync(address, tag)).Status.Should().Be(200, "what they hold is not theirs any more");
        (await ReadAsync(address)).Events.Should().BeEmpty();

        await LockAsync(finance, true);
        await ShouldBeGoneAsync(address);
        await LockAsync(finance, false);
        await ShouldBeGoneAsync(address);

        var other = await fund.MemberAsync("finance");
        var theirs = await MakeAsync(other);
        (await api.Administrator.PostAsync($"users/{other.UserId}/anonymisation", null)).ShouldBe(200);
        await ShouldBeGoneAsync(theirs);
    }

    [Fact]
    public async Task It_ends_when_it_is_told_to_and_when_another_takes_its_place()
    {
        var (fund, _) = await FundAsync();
        var finance = await fund.MemberAsync("finance");
        (await finance.GetAsync("me/calendar")).ShouldBeProblem(404, "not_found");
        (await finance.DeleteAsync("me/calendar")).ShouldBeProblem(404, "not_found");
        var first = await MakeAsync(finance);
        var second = await MakeAsync(finance);
        await ShouldBeGoneAsync(first);
        (await ReadAsync(second)).Events.Should().HaveCount(1);
        var mine = (await finance.GetAsync("me/calendar")).ShouldBe(200);
        mine.Json!.AsObject().Select(p => p.Key).Should().Equal("createdAt");

        (await finance.DeleteAsync("me/calendar")).ShouldBe(204);
        await ShouldBeGoneAsync(second);
        (await finance.DeleteAsync("me/calendar")).ShouldBeProblem(404, "not_found");
        await ShouldBeGoneAsync((await MakeAsync(finance)).Replace(".ics", "x.ics", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_two_that_are_made_at_once_one_is_left()
    {
        var (fund, _) = await FundAsync();
        var finance = await fund.MemberAsync("finance");
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MakeAsync(finance)));
        var statuses = await Task.WhenAll(made.Select(async address => (await AskAsync(address, null)).Status));
        statuses.Order().Should().Equal(200, 404, 404, 404);
    }

    [Fact]
    public async Task Its_token_is_kept_as_a_hash_opens_nothing_else_and_is_told_of_in_the_audit()
    {
        var (fund, _) = await FundAsync();
        var finance = await fund.MemberAsync("finance");
        var token = (await MakeAsync(finance)).Split('/')[^1].Replace(".ics", "", StringComparison.Ordinal);
        var kept = await api.InDatabaseAsync(db =>
            db.CalendarFeeds.Where(f => f.UserId == finance.UserId).Select(f => f.TokenHash).SingleAsync()
        );
        kept.Should().Be(Application.Access.Secret.HashOf(token)).And.NotContain(token);
        (await api.With(token).GetAsync("me")).ShouldBeProblem(401, "unauthenticated");
        var told = await api.NewestOfAsync(finance.UserId);
        (told.Text("kind"), told.Text("action")).Should().Be(("calendar", "created"));
        told.Fields().Should().Equal("tokenHash");
        told.ToJsonString().Should().NotContain(kept).And.NotContain(token);
    }

    private async Task<(Fund, TestProject)> FundAsync()
    {
        var fund = await Fund.OpenAsync(api);
        var project = await fund.ProjectAsync();
        (await project.TryCommitAsync(10_000, more: new { endsOn = "2031-05-31" })).ShouldBe(201);
        return (fund, project);
    }

    // The end of a commitment, and of an agreement its end, its review and two objectives.
    private async Task DueAsync(Fund fund, TestProject project)
    {
        (await project.TryCommitAsync(10, more: new { endsOn = $"{Today.AddDays(-3):yyyy-MM-dd}" })).ShouldBe(201);
        await AgreeAsync(fund, project, exitStrategy: null, days: 5);
    }

    private async Task AgreeAsync(
        Fund fund,
        TestProject project,
        string? exitStrategy,
        int days,
        string? before = null
    ) =>
        (
            await api.Administrator.PutAsync(
                $"{project.Path}/agreements/{fund.Id}",
                new
                {
                    signedOn = $"{Today.AddMonths(-12):yyyy-MM-dd}",
                    startsOn = $"{Today.AddMonths(-12):yyyy-MM-dd}",
                    endsOn = $"{Today.AddMonths(24):yyyy-MM-dd}",
                    reviewEveryMonths = 12,
                    exitStrategy,
                    objectives = new[] { (before, 7), (Torn, days), ("Own income", 6) }
                        .Where(o => o.Item1 is not null)
                        .Select(o => new { text = o.Item1, dueOn = $"{Today.AddDays(o.Item2):yyyy-MM-dd}" }),
                },
                "*"
            )
        ).ShouldBe(200);

    private static Task<Reply> PreferAsync(Client person, string language) =>
        person.PutAsync("me/notification-preferences", new { language, preferences = Array.Empty<object>() }, "*");

    private async Task LockAsync(Client person, bool locked)
    {
        var path = $"users/{person.UserId}";
        var body = new { name = "The finance", locked };
        (await api.Administrator.PutAsync(path, body, "*")).ShouldBe(200);
    }

    private static async Task<string> MakeAsync(Client by, string language = "en")
    {
        var url = (await by.PostAsync("me/calendar", null, language: language)).ShouldBe(201).Text("url");
        url.Should().MatchRegex($"^{PipelineApi.LinkAddress}/calendar/[A-Za-z0-9_-]{{43}}\\.ics$");
        return url;
    }

    private async Task<Calendar> ReadAsync(string address)
    {
        using var http = api.CreateClient();
        return Calendar.Load(await http.GetStringAsync(PathOf(address)))!;
    }

    private async Task<(int Status, string? Tag)> AskAsync(string address, string? held)
    {
        using var http = api.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, PathOf(address));
        if (held is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", held);
        using var answer = await http.SendAsync(request);
        if (answer.StatusCode == HttpStatusCode.NotModified)
            (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        return ((int)answer.StatusCode, answer.Headers.ETag?.ToString());
    }

    private async Task ShouldBeGoneAsync(string address)
    {
        using var http = api.CreateClient();
        using var answer = await http.GetAsync(PathOf(address));
        (await Reply.ReadAsync(answer)).ShouldBeProblem(404, "not_found");
    }

    private static Uri PathOf(string address) => new(new Uri(address).AbsolutePath, UriKind.Relative);
}
