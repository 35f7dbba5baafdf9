namespace Pipeline.Domain.Webhooks;

/// <summary>Why nothing is sent to a webhook any more.</summary>
public enum WebhookStop
{
    /// <summary>A manager switched it off.</summary>
    Manager = 1,

    /// <summary>The receiver said that it is gone for good (410).</summary>
    Gone,

    /// <summary>Nothing arrived for five days.</summary>
    Failing,
}
