using Pipeline.Domain.Common;

namespace Pipeline.Application.Observatory;

/// <summary>Where a region stands among those of a measure; one in between has no place.</summary>
public enum ObservedPlace
{
    /// <summary>No region has a lower value, and some have a higher one.</summary>
    [Label("lowest", "plus bas")]
    Lowest = 1,

    /// <summary>No region has a higher value, and some have a lower one.</summary>
    [Label("highest", "plus haut")]
    Highest,
}
