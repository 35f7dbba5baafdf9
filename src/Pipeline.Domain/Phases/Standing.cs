using Pipeline.Domain.Common;

namespace Pipeline.Domain.Phases;

/// <summary>Whether a project moves, rests or has ended; its phase is kept beside it.</summary>
public enum Standing
{
    /// <summary>Under way in its phase.</summary>
    [Label("Active", "Actif")]
    Active = 1,

    /// <summary>Paused with a reason; the time does not count as time in phase.</summary>
    [Label("On hold", "En pause")]
    OnHold,

    /// <summary>Ended well: taken over as a public policy, a market or commons, after industrialisation (RC 4-2).</summary>
    [Label("Adopted", "Adopté")]
    Adopted,

    /// <summary>Ended with a reason, in whatever phase it was; managers may reopen it.</summary>
    [Label("Stopped", "Arrêté")]
    Stopped,
}
