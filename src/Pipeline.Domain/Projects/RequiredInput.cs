using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What a move asks of whoever reports it, besides its date.</summary>
public enum RequiredInput
{
    /// <summary>Nothing more.</summary>
    [Label("Nothing", "Rien")]
    Nothing = 1,

    /// <summary>A reason.</summary>
    [Label("A reason", "Une raison")]
    Reason,

    /// <summary>Who takes the project over, and as what.</summary>
    [Label("A take-over", "Un relais")]
    TakeOver,
}
