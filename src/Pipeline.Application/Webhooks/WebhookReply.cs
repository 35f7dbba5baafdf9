using System.Linq.Expressions;
using Pipeline.Application.Common;
using Pipeline.Domain.Webhooks;

namespace Pipeline.Application.Webhooks;

/// <summary>An address to which a portfolio's events are sent.</summary>
public sealed record WebhookReply : IVersioned
{
    internal static readonly Expression<Func<Webhook, WebhookReply>> From = w => new WebhookReply
    {
        Id = w.Id,
        Url = w.Url,
        Events = w.Events,
        Description = w.Description,
        Enabled = w.Stopped == null,
        Stopped = w.Stopped,
        FailingSince = w.FailingSince,
        CreatedAt = w.CreatedAt,
        Version = w.Version,
    };

    private static readonly Func<Webhook, WebhookReply> Compiled = From.Compile();

    /// <summary>UUID.</summary>
    public Guid Id { get; init; }

    /// <summary>Where to.</summary>
    public string Url { get; init; } = "";

    /// <summary>Types of events.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether messages are sent.</summary>
    public bool Enabled { get; init; }

    /// <summary>Why none are: a manager said so, the receiver is gone (410), or nothing arrived for five days. Null while it is enabled.</summary>
    public WebhookStop? Stopped { get; init; }

    /// <summary>Since when nothing arrived; null where the last message did.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>When it was registered.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Rises with every change.</summary>
    public long Version { get; init; }

    long IVersioned.ETag => Version;

    internal static WebhookReply Of(Webhook webhook) => Compiled(webhook);
}
