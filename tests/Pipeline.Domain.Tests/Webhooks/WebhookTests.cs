using Pipeline.Domain.Notifications;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Domain.Tests.Webhooks;

public sealed class WebhookTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Webhook _webhook = new(
        Given.Id(),
        "https://example.org/hook",
        ["project.created"],
        null,
        "",
        Given.Id(),
        Start
    );

    [Fact]
    public void A_message_that_stumbles_after_a_quiet_week_does_not_switch_it_off_and_one_that_goes_on_failing_does()
    {
        Fail(after: TimeSpan.Zero, triedFor: TimeSpan.Zero);
        Fail(after: TimeSpan.FromDays(1.6), triedFor: TimeSpan.FromDays(1.6));
        Fail(after: TimeSpan.FromDays(8), triedFor: TimeSpan.FromMinutes(59));
        _webhook.IsOn.Should().BeTrue();
        Fail(after: TimeSpan.FromDays(8.1), triedFor: TimeSpan.FromMinutes(60));
        _webhook.Stopped.Should().Be(WebhookStop.Failing);
    }

    [Fact]
    public void Days_of_failures_are_forgotten_by_another_address_or_when_it_is_switched_on_again_alone()
    {
        Fail(after: TimeSpan.Zero, triedFor: TimeSpan.Zero);
        Describe("https://example.org/hook");
        _webhook.FailingSince.Should().Be(Start, "another description mends nothing");
        Describe("https://example.org/other");
        _webhook.FailingSince.Should().BeNull();

        Fail(after: TimeSpan.Zero, triedFor: TimeSpan.Zero);
        Describe("https://example.org/other", enabled: false);
        _webhook.FailingSince.Should().Be(Start);
        Describe("https://example.org/other");
        (_webhook.IsOn, _webhook.FailingSince).Should().Be((true, null));
    }

    [Fact]
    public void A_sender_that_died_does_not_count_as_an_attempt_and_a_failure_does()
    {
        var mail = NotificationMail.OfEvent(Given.Id(), Given.Id(), Start);
        var lease = TimeSpan.FromMinutes(1);
        for (var death = 0; death < 8; death++)
            mail.Take(Start + (death * lease), lease);
        mail.Attempts.Should().Be(1);
        mail.Fail(Start + (8 * lease), lease);
        mail.Take(Start + (9 * lease), lease);
        mail.Attempts.Should().Be(2);
    }

    [Fact]
    public void What_a_sender_holds_is_sent_again_to_whoever_asks_only_once_its_lease_is_over()
    {
        var mail = NotificationMail.OfEvent(Given.Id(), Given.Id(), Start);
        var lease = mail.Take(Start, TimeSpan.FromMinutes(1));
        mail.SendAgain(Start + TimeSpan.FromSeconds(59));
        (mail.LeaseId, mail.Attempts).Should().Be((lease, 1));
        mail.SendAgain(Start + TimeSpan.FromSeconds(60));
        (mail.LeaseId, mail.Attempts).Should().Be((null, 0));
    }

    private void Fail(TimeSpan after, TimeSpan triedFor) =>
        _webhook.NoteFailure(gone: false, Start + after - triedFor, Start + after);

    private void Describe(string url, bool enabled = true) =>
        _webhook.Describe(url, ["project.created"], "Ours", enabled);
}
