namespace Pipeline.Domain.Common;

/// <summary>One of an endless row that is read from its newest end.</summary>
public interface ISequenced
{
    /// <summary>Its place, rising with each.</summary>
    long Sequence { get; }
}
