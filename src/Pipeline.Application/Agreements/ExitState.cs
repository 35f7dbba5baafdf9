namespace Pipeline.Application.Agreements;

/// <summary>Whether an exit is planned.</summary>
public enum ExitState
{
    /// <summary>A strategy is written down.</summary>
    Planned = 1,

    /// <summary>None is.</summary>
    Missing,
}
