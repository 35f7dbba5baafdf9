namespace Pipeline.Infrastructure.Outgoing;

/// <summary>What became of a receiver's next message.</summary>
internal enum Sending
{
    /// <summary>There is none, or the process ends.</summary>
    Nothing,

    /// <summary>It arrived, or will not be sent any more: the next one may follow.</summary>
    Done,

    /// <summary>It did not arrive: the receiver's others wait.</summary>
    Failed,
}
