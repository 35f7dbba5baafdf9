namespace Pipeline.Domain.Webhooks;

/// <summary>One attempt to send a message.</summary>
/// <param name="At">When it began (UTC).</param>
/// <param name="DurationMilliseconds">How long it took.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">What the receiver answered; null where it did not.</param>
/// <param name="NotSigned">
/// Whether nothing was sent since no secret could be read. Kept beside <see cref="WebhookOutcome.Unreachable"/>, not as an outcome: instances of the release
/// before, which run beside this one while it is rolled out or back, cannot read a log with a code that they do not know.
/// </param>
public sealed record WebhookAttempt(
    DateTimeOffset At,
    int DurationMilliseconds,
    WebhookOutcome Outcome,
    int? Status,
    bool NotSigned = false
)
{
    /// <summary>Whether the message arrived: any 2xx. A redirect is not followed, and is none.</summary>
    public bool Arrived => Outcome == WebhookOutcome.Answered && Status is >= 200 and < 300;

    /// <summary>Whether the receiver is gone for good.</summary>
    public bool Gone => Outcome == WebhookOutcome.Answered && Status == 410;
}
