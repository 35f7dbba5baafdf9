using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>What strikes about a lever's share of its phase beside the need for it.</summary>
public enum NeedFinding
{
    /// <summary>Needed strongly, and nothing is there.</summary>
    [Label("Need unmet", "Besoin sans réponse")]
    Unmet = 1,

    /// <summary>Hardly needed, and more than half of the phase.</summary>
    [Label("Heavy", "Trop de poids")]
    Heavy,
}
