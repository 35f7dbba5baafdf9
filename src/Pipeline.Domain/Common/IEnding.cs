namespace Pipeline.Domain.Common;

/// <summary>Closed rather than removed, so that a past view finds it again; its end is given by the store as its beginning is.</summary>
public interface IEnding : IRecorded
{
    /// <summary>When it was closed (UTC); null while it holds.</summary>
    DateTimeOffset? EndedAt { get; }
}
