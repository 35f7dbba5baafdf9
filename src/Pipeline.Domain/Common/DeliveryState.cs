namespace Pipeline.Domain.Common;

/// <summary>What became of a message on its way out.</summary>
public enum DeliveryState
{
    /// <summary>To be sent, now or after a pause.</summary>
    Pending = 1,

    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>Given up; it can be sent again.</summary>
    Failed,
}
