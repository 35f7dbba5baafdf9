using Pipeline.Domain.Common;
using Pipeline.Domain.Webhooks.Events;

namespace Pipeline.Domain.Webhooks;

/// <summary>An address to which a portfolio's events are sent, signed with a secret that its receiver shares (Standard Webhooks).</summary>
public sealed class Webhook : AggregateRoot
{
    /// <summary>The most that one portfolio has.</summary>
    public const int MostInPortfolio = 20;

    /// <summary>For how long a secret still signs after it was replaced.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(1);

    /// <summary>For how long nothing may arrive before it is switched off.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    /// <summary>For how long a message has to have failed itself before it can switch it off: one that stumbles after a quiet week says little.</summary>
    public static readonly TimeSpan PatienceWithOne = TimeSpan.FromHours(1);

    private Webhook() { }

    /// <summary>A new webhook, switched on.</summary>
    /// <param name="sealedSecret">The secret that was shown once, which only the instances' keys open.</param>
    /// <exception cref="InvalidValueException"><c>invalid_link</c>, <c>required</c>, <c>unknown_code</c>, <c>too_long</c>.</exception>
    public Webhook(
        Guid portfolioId,
        string url,
        IReadOnlyList<string> events,
        string? description,
        string sealedSecret,
        Guid createdBy,
        DateTimeOffset now
    )
    {
        (Id, PortfolioId) = (Guid.CreateVersion7(now), portfolioId);
        (Url, Events, Description) = Checked(url, events, description);
        (SealedSecret, CreatedBy, CreatedAt) = (sealedSecret, createdBy, now);
    }

    /// <summary>Whose events are sent.</summary>
    public Guid PortfolioId { get; private init; }

    /// <summary>Where to.</summary>
    public string Url { get; private set; } = "";

    /// <summary>Of which types, as <see cref="EventTypes"/> has them; sorted, each once.</summary>
    public IReadOnlyList<string> Events { get; private set; } = [];

    /// <summary>What it is for, in the words of its managers.</summary>
    public string? Description { get; private set; }

    /// <summary>Under seal, what signs.</summary>
    public string SealedSecret { get; private set; } = "";

    /// <summary>Under seal, what signed before and signs beside it until <see cref="PreviousUntil"/>; null where there is none.</summary>
    public string? PreviousSecret { get; private set; }

    /// <summary>Until when the previous secret signs too (UTC).</summary>
    public DateTimeOffset? PreviousUntil { get; private set; }

    /// <summary>Why nothing is sent; null while it is switched on.</summary>
    public WebhookStop? Stopped { get; private set; }

    /// <summary>Since when nothing arrived (UTC); null where the last message did.</summary>
    public DateTimeOffset? FailingSince { get; private set; }

    /// <summary>Who registered it.</summary>
    public Guid CreatedBy { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it was removed (UTC); null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Whether messages are sent to it.</summary>
    public bool IsOn => Stopped is null && RemovedAt is null;

    /// <summary>Changes what it is, and switches it on or off. Another address, and one that is switched on again, has not failed yet.</summary>
    /// <exception cref="InvalidValueException"><c>invalid_link</c>, <c>required</c>, <c>unknown_code</c>, <c>too_long</c>.</exception>
    public void Describe(string url, IReadOnlyList<string> events, string? description, bool enabled)
    {
        var before = Url;
        (Url, Events, Description) = Checked(url, events, description);
        if (Url != before || (enabled && Stopped is not null))
            FailingSince = null;
        Stopped = enabled ? null : Stopped ?? WebhookStop.Manager;
        Touch();
    }

    /// <summary>Signs with another secret from now on, and with the one before for <see cref="Overlap"/>.</summary>
    public void ChangeSecret(string sealedSecret, DateTimeOffset now)
    {
        (PreviousSecret, PreviousUntil) = (SealedSecret, now + Overlap);
        SealedSecret = sealedSecret;
        Touch();
    }

    /// <summary>What signs at an instant, under seal, the newest first.</summary>
    public IReadOnlyList<string> SecretsAt(DateTimeOffset now) =>
        PreviousSecret is { } previous && now < PreviousUntil ? [SealedSecret, previous] : [SealedSecret];

    /// <summary>A message arrived.</summary>
    public void NoteArrival() => FailingSince = null;

    /// <summary>A message did not arrive; at some point nothing more is sent, and its managers are told.</summary>
    /// <param name="gone">The receiver said that it is gone for good.</param>
    /// <param name="triedSince">When this message was first tried.</param>
    /// <param name="now">The moment.</param>
    public void NoteFailure(bool gone, DateTimeOffset triedSince, DateTimeOffset now)
    {
        FailingSince ??= now;
        var failing = now - FailingSince >= Patience && now - triedSince >= PatienceWithOne;
        if (!IsOn || !(gone || failing))
            return;
        Stopped = gone ? WebhookStop.Gone : WebhookStop.Failing;
        Raise(new WebhookSwitchedOff(now, Id, Stopped.Value) { PortfolioId = PortfolioId });
        Touch();
    }

    /// <summary>Ends it; its secrets go, its deliveries can be read no more.</summary>
    public void Remove(DateTimeOffset now)
    {
        (RemovedAt, SealedSecret, PreviousSecret, PreviousUntil) = (now, "", null, null);
        Touch();
    }

    private static (string, IReadOnlyList<string>, string?) Checked(
        string? url,
        IReadOnlyList<string>? events,
        string? description
    )
    {
        var asked = Guard.List(events, "events");
        if (asked.Count == 0)
            throw CommonRefusals.Required.With("events").At("events");
        var types = asked.Select((type, i) => Guard.KnownCode(type, $"events[{i}]", EventTypes.Codes));
        return (
            Guard.Required(url, "url", Limits.Url),
            [.. types.Distinct().Order(StringComparer.Ordinal)],
            Guard.Optional(description, "description", Limits.Short)
        );
    }
}
