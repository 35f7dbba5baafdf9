using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What became of a reported transition.</summary>
public enum TransitionStatus
{
    /// <summary>Waits for a manager.</summary>
    [Label("Pending", "En attente")]
    Pending = 1,

    /// <summary>It happened; its sequence number says when in the project's life.</summary>
    [Label("Effective", "Effectif")]
    Effective,

    /// <summary>Sent back to be changed and reported anew.</summary>
    [Label("Returned for changes", "À revoir")]
    Returned,

    /// <summary>Refused by a manager, with a reason.</summary>
    [Label("Declined", "Refusé")]
    Declined,

    /// <summary>Taken back by whoever reported it.</summary>
    [Label("Withdrawn", "Retiré")]
    Withdrawn,
}
