namespace Pipeline.Domain.Common;

/// <summary>
/// Counts in views from the instant at which it was recorded. The instant is given by the store, in the order in which things are committed
/// (docs/adr/0018): whatever an aggregate puts there is replaced when it is saved.
/// </summary>
public interface IRecorded
{
    /// <summary>When it became known (UTC). <c>knownAt</c> leaves out what was recorded later.</summary>
    DateTimeOffset RecordedAt { get; }
}
