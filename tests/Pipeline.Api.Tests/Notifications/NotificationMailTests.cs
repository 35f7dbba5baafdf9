using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Outgoing.Mail;
using Pipeline.Application.Notifications;
using Pipeline.Domain.Common;
using Pipeline.Domain.Notifications;
using Pipeline.Infrastructure.Outgoing.Mail;

namespace Pipeline.Api.Tests.Notifications;

/// <summary>What people are told by mail, over a real server on good days and bad ones.</summary>
[UseCases(typeof(EndMail))]
public sealed class NotificationMailTests : IAsyncLifetime
{
    // A little more than any pause after a first failure.
    private const double Minutes = 6.0 / 24 / 60;

    // As documented.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(12),
        TimeSpan.FromHours(24),
    ];

    private MailServer _server = null!;
    private IAsyncLifetime? _started;

    private MailApi Api => (MailApi)_started!;

    public Task InitializeAsync()
    {
        _server = MailServer.Start();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        if (_started is not null)
            await _started.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("en", "A project was created", "has happened")]
    [InlineData("fr", "Un projet a été créé", "ce qui s'est passé")]
    public async Task A_mail_at_once_is_text_and_HTML_in_the_persons_language_and_its_subject_names_nobody(
        string language,
        string subject,
        string says
    )
    {
        var (fund, investor) = await StartAsync("atOnce", language);
        var project = await fund.ProjectAsync(tags: new { name = "12 <b>young</b> mothers" });

        var (mail, recipients) = await _server.NextAsync();
        recipients.Should().ContainSingle();
        mail.Subject.Should().Be(subject);
        mail.TextBody.Should().Contain(says).And.Contain("12 <b>young</b> mothers");
        mail.HtmlBody.Should().Contain("12 &lt;b&gt;young").And.NotContain("<b>").And.Contain($"lang=\"{language}\"");
        mail.TextBody.Should().Contain($"{PipelineApi.LinkAddress}/projects/{project.Id}");
        mail.Headers["Auto-Submitted"].Should().Be("auto-generated");

        // Only the person with a role is written to; the administrator did it.
        await EndedAsync(1);
        _server.Asked.Should().Be(1);
        (await investor.GetAsync("me/notifications/count")).Number("unread").Should().Be(1, "a mail is not a reading");
    }

    [Fact]
    public async Task One_click_ends_all_mails_and_a_look_at_the_address_does_not()
    {
        var (fund, investor) = await StartAsync("atOnce");
        await fund.ProjectAsync();
        var (mail, _) = await _server.NextAsync();
        mail.Headers["List-Unsubscribe-Post"].Should().Be("List-Unsubscribe=One-Click");
        var address = new Uri(mail.Headers["List-Unsubscribe"]!.Trim('<', '>'));
        address.GetLeftPart(UriPartial.Authority).Should().Be(PipelineApi.LinkAddress);

        var somebody = Api.Anonymous().Http;
        (await somebody.GetAsync(address.PathAndQuery)).IsSuccessStatusCode.Should().BeTrue();
        (await MailsOfAsync(investor)).Should().NotContain("never");
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        ((int)(await somebody.PostAsync(address.PathAndQuery, click)).StatusCode).Should().Be(200);
        (await MailsOfAsync(investor)).Should().OnlyContain(mail => mail == "never");
        using var forged = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        ((int)(await somebody.PostAsync($"/mail/end?token={investor.UserId}", forged)).StatusCode).Should().Be(404);

        await fund.ProjectAsync();
        await ToldAsync(investor, 2);
        (await QueuedAsync()).Should().Be(1, "the second event is in the inbox alone");
    }

    [Theory]
    [InlineData("daily", "Your day in Pipeline", 1)]
    [InlineData("weekly", "Your week in Pipeline", 7)]
    public async Task A_day_or_a_week_is_one_mail_without_what_was_read_meanwhile(
        string rhythm,
        string subject,
        int days
    )
    {
        var (fund, investor) = await StartAsync(rhythm);
        await fund.ProjectAsync(tags: new { name = "Read at noon" });
        await ToldAsync(investor, 1);
        var read = (await investor.GetAsync("me/notifications")).Id("items.0.id");
        (await investor.PostAsync("me/notifications/read", new { upTo = read })).ShouldBe(200);
        await fund.ProjectAsync(tags: new { name = "First project" });
        await fund.ProjectAsync(tags: new { name = "Second project" });
        await ToldAsync(investor, 2);
        (await QueuedAsync()).Should().Be(1);
        _server.Asked.Should().Be(0);

        await Api.DaysGoByAsync(days);
        var (mail, _) = await _server.NextAsync();
        mail.Subject.Should().Be(subject);
        mail.TextBody.Should().Contain("First project").And.Contain("Second project").And.NotContain("Read at noon");
        await EndedAsync(1);
        _server.Asked.Should().Be(1);
    }

    [Fact]
    public async Task Whoever_has_lost_the_role_before_it_goes_out_is_sent_nothing()
    {
        var (fund, investor) = await StartAsync("daily");
        await fund.ProjectAsync();
        await ToldAsync(investor, 1);
        (await Api.Administrator.DeleteAsync($"portfolios/{fund.Id}/members/{investor.UserId}")).ShouldBe(204);
        await Api.DaysGoByAsync(1);
        await EndedAsync(1);
        _server.Asked.Should().Be(0);
    }

    [Fact]
    public async Task A_server_that_is_slow_is_asked_again_and_gets_the_same_mail_under_the_same_id()
    {
        var (fund, _) = await StartAsync("atOnce");
        _server.Pause = TimeSpan.FromSeconds(4);
        await fund.ProjectAsync();
        await QueuedAsync(1, m => m.Attempts == 1 && m.LeaseId == null && m.EndedAt == null);
        _server.Pause = TimeSpan.Zero;
        await Api.DaysGoByAsync(Minutes);
        var ids = new List<string?> { (await _server.NextAsync()).Mail.MessageId };
        await EndedAsync(1);
        var queued = await Api.InDatabaseAsync(db => db.NotificationMails.AsNoTracking().SingleAsync());
        ids.Should().OnlyContain(id => id == $"{queued.Id}@example.org");
        queued.State.Should().Be(DeliveryState.Delivered);
    }

    [Fact]
    public async Task A_mail_whose_sender_died_before_it_noted_it_comes_again_under_the_same_id()
    {
        var (fund, _) = await StartAsync("atOnce");
        await fund.ProjectAsync();
        var first = (await _server.NextAsync()).Mail.MessageId;
        await EndedAsync(1);
        // As a killed sender leaves it: taken, and never noted.
        await Api.InDatabaseAsync(async db =>
        {
            var mail = await db.NotificationMails.SingleAsync();
            mail.SendAgain(Api.Clock.GetUtcNow());
            mail.Take(Api.Clock.GetUtcNow(), TimeSpan.FromSeconds(60));
            return await db.SaveChangesAsync();
        });
        await Api.DaysGoByAsync(Minutes);
        (await _server.NextAsync()).Mail.MessageId.Should().Be(first);
    }

    [Fact]
    public async Task A_refused_recipient_is_not_tried_again_and_holds_up_nobody()
    {
        var (fund, investor) = await StartAsync("atOnce");
        _server.Refuses = _ => true;
        await fund.ProjectAsync();
        await EndedAsync(1);
        _server.Refuses = _ => false;
        await fund.ProjectAsync();
        (await _server.NextAsync()).Recipients.Should().ContainSingle();
        _server.Asked.Should().Be(2);
        await ToldAsync(investor, 2);
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("slow")]
    public async Task Whoever_cannot_be_mailed_holds_up_nobody_else(string trouble)
    {
        var (fund, investor) = await StartAsync("atOnce", seconds: 20);
        var other = await MemberAsync(fund, "atOnce", name: "Another investor");
        var (bad, good) = (await AddressOfAsync(investor), await AddressOfAsync(other));
        if (trouble == "refused")
            _server.Refuses = to => to == bad;
        else
            (_server.Pause, _server.IsSlowTo) = (TimeSpan.FromMinutes(1), to => to == bad);
        for (var i = 0; i < 3; i++)
            await fund.ProjectAsync();
        for (var i = 0; i < 3; i++)
            (await _server.NextAsync()).Recipients.Should().Equal(good);
        if (trouble == "refused")
            await QueuedAsync(
                3,
                m => m.UserId == investor.UserId && m.State == DeliveryState.Failed && m.Attempts == 1
            );
        else
            await QueuedAsync(1, m => m.UserId == investor.UserId && m.Attempts == 1 && m.EndedAt == null);
        await QueuedAsync(3, m => m.UserId == other.UserId && m.State == DeliveryState.Delivered);
    }

    [Fact]
    public async Task What_happened_later_is_not_mailed_before_it()
    {
        var (fund, investor) = await StartAsync("atOnce");
        var digest = await MemberAsync(fund, "daily", name: "Once a day");
        _server.Pause = TimeSpan.FromSeconds(4);
        var first = await fund.ProjectAsync();
        await QueuedAsync(1, m => m.Attempts == 1 && m.LeaseId == null && m.EndedAt == null);
        _server.Pause = TimeSpan.Zero;
        var second = await fund.ProjectAsync();
        await ToldAsync(investor, 2);
        await ToldAsync(digest, 2);
        await using (var scope = Api.Services.CreateAsyncScope())
        {
            var queue = scope.ServiceProvider.GetRequiredService<NotificationMailQueue>();
            (await queue.DueAsync(default))
                .Should()
                .BeEmpty("the second waits for the first, and nobody looks in vain");
        }
        await Api.DaysGoByAsync(Minutes);
        foreach (var project in new[] { first, second })
            (await _server.NextAsync()).Mail.TextBody.Should().Contain($"/projects/{project.Id}");
    }

    [Theory]
    [InlineData(4, "a server that was away for an hour is handed it at the fifth attempt")]
    [InlineData(7, "the seventh attempt is the last")]
    public async Task A_server_that_is_away_is_asked_for_a_day_and_a_half(int failing, string because)
    {
        var (fund, investor) = await StartAsync("atOnce");
        await _server.DisposeAsync();
        await fund.ProjectAsync();
        var began = Api.Clock.GetUtcNow();
        for (var attempt = 1; attempt <= Math.Min(failing, Pauses.Length); attempt++)
        {
            await QueuedAsync(1, m => m.Attempts == attempt && m.LeaseId == null && m.State == DeliveryState.Pending);
            var waits = await Api.InDatabaseAsync(db => db.NotificationMails.AsNoTracking().SingleAsync());
            (waits.DueAt - Api.Clock.GetUtcNow()).Should().BeCloseTo(Pauses[attempt - 1], TimeSpan.FromSeconds(10));
            if (attempt == failing)
                _server = MailServer.Start(_server.Port);
            Api.Clock.Advance(Pauses[attempt - 1] + TimeSpan.FromSeconds(1));
        }
        await EndedAsync(1);
        var ended = await Api.InDatabaseAsync(db => db.NotificationMails.AsNoTracking().SingleAsync());
        (ended.Attempts, ended.State)
            .Should()
            .Be(failing == 7 ? (7, DeliveryState.Failed) : (failing + 1, DeliveryState.Delivered), because);
        if (failing == 7)
        {
            (ended.EndedAt!.Value - began)
                .Should()
                .BeCloseTo(Pauses.Aggregate((a, b) => a + b), TimeSpan.FromMinutes(2), "38 hours and 36 minutes");
            _server = MailServer.Start(_server.Port);
            await Api.DaysGoByAsync(0);
            (await Api.Administrator.PostAsync("admin/health/mails/retry", null)).ShouldBe(200);
        }
        (await _server.NextAsync()).Mail.MessageId.Should().Be($"{ended.Id}@example.org");
    }

    [Fact]
    public async Task Nothing_is_said_in_clear_where_TLS_is_wanted_and_not_offered()
    {
        var (fund, _) = await StartAsync("atOnce", security: "startTls");
        await fund.ProjectAsync();
        await QueuedAsync(1, m => m.Attempts == 1 && m.LeaseId == null);
        _server.Asked.Should().Be(0);
    }

    [Fact]
    public async Task A_name_cannot_add_a_header_or_a_recipient()
    {
        var (fund, investor) = await StartAsync("daily");
        var project = await fund.ProjectAsync();
        await ToldAsync(investor, 1);
        // As releases before this one took them.
        await Api.InDatabaseAsync(async db =>
            await db
                .Users.Where(u => u.Id == investor.UserId)
                .ExecuteUpdateAsync(u =>
                    u.SetProperty(x => x.Name, "Mallory\r\nBcc: everybody@example.org\r\nX-Planted: yes")
                )
            + await db
                .Projects.Where(p => p.Id == project.Id)
                .ExecuteUpdateAsync(p =>
                    p.SetProperty(x => x.Name, "Bread\r\n\r\nYour account is locked:\r\nhttps://evil.example.org")
                )
        );
        await Api.DaysGoByAsync(1);
        var (mail, recipients) = await _server.NextAsync();
        recipients.Should().ContainSingle();
        mail.Bcc.Mailboxes.Should().BeEmpty();
        mail.Headers.Contains("X-Planted").Should().BeFalse();
        var lines = mail.TextBody!.Split('\n').Select(line => line.TrimEnd());
        lines.Should().Contain("Hello Mallory Bcc: everybody@example.org X-Planted: yes,");
        lines
            .Should()
            .NotContain(line => line.StartsWith("Your account") || line.StartsWith("https://evil"), "they are a name");
    }

    [Fact]
    public async Task Whoever_has_said_nothing_is_written_to_in_what_they_signed_in_in_and_ending_mail_says_nothing_of_it()
    {
        var (fund, investor) = await StartAsync(rhythm: null, language: "fr");
        var calendar = (await investor.PostAsync("me/calendar", null, language: "fr")).ShouldBe(201).Text("url");
        await fund.ProjectAsync();
        await ToldAsync(investor, 1);
        await Api.DaysGoByAsync(1);
        var (mail, _) = await _server.NextAsync();
        mail.Subject.Should().Be("Votre journée dans Pipeline");
        await EndedAsync(1);

        var address = new Uri(mail.Headers["List-Unsubscribe"]!.Trim('<', '>'));
        using var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        var somebody = Api.Anonymous().Http;
        ((int)(await somebody.PostAsync(address.PathAndQuery, click)).StatusCode).Should().Be(200);
        (await somebody.GetStringAsync(new Uri(calendar).PathAndQuery)).Should().Contain("échéances");
        (await Api.InDatabaseAsync(db => db.NotificationPreferences.AsNoTracking().SingleAsync()))
            .RhythmOf("kind.thatALaterReleaseBrings")
            .Should()
            .Be(MailRhythm.Never, "it ended all mails");
    }

    // An investor of a fund who is mailed new projects so soon, or has said nothing of it; whoever else is told is the administrator, who does it all.
    private async Task<(Fund Fund, Client Investor)> StartAsync(
        string? rhythm,
        string language = "en",
        string security = "none",
        int seconds = 2
    )
    {
        var api = new MailApi(_server.Port, security, seconds);
        _started = api;
        await api.InitializeAsync();
        var fund = await Fund.OpenAsync(Api);
        return (fund, await MemberAsync(fund, rhythm, language));
    }

    private async Task<Client> MemberAsync(
        Fund fund,
        string? rhythm,
        string language = "en",
        string name = "The investor"
    )
    {
        var investor = await Api.NewUserAsync(name, language);
        (
            await Api.Administrator.PutAsync(
                $"portfolios/{fund.Id}/members/{investor.UserId}",
                new { role = "investor" }
            )
        ).ShouldBe(200);
        if (rhythm is null)
            return investor;
        (
            await investor.PutAsync(
                "me/notification-preferences",
                new { language, preferences = new[] { new { kind = "project.created", mail = rhythm } } },
                "*"
            )
        ).ShouldBe(200);
        return investor;
    }

    private static async Task<string> AddressOfAsync(Client person) =>
        (await person.GetAsync("me")).ShouldBe(200).Text("email");

    private static async Task<IEnumerable<string>> MailsOfAsync(Client person) =>
        (await person.GetAsync("me/notification-preferences"))
            .ShouldBe(200)
            .Items("preferences")
            .Select(p => p["mail"]!.GetValue<string>());

    private static async Task ToldAsync(Client person, int unread) =>
        await Eventually.Async(
            () => person.GetAsync("me/notifications/count"),
            r => r.ShouldBe(200).Number("unread") == unread
        );

    private async Task QueuedAsync(int mails, System.Linq.Expressions.Expression<Func<NotificationMail, bool>> met) =>
        await Eventually.Async(
            () => Api.InDatabaseAsync(db => db.NotificationMails.CountAsync(met)),
            found => found == mails
        );

    private Task<int> QueuedAsync() => Api.InDatabaseAsync(db => db.NotificationMails.CountAsync());

    private async Task EndedAsync(int mails) =>
        await Eventually.Async(
            () => Api.InDatabaseAsync(db => db.NotificationMails.CountAsync(m => m.EndedAt != null)),
            ended => ended == mails
        );
}
