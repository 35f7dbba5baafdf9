using Pipeline.Domain.Common;

namespace Pipeline.Domain.Programmes;

/// <summary>The three ways of engineering that a territory needs (CT l.727-786).</summary>
public enum Engineering
{
    /// <summary>Infrastructures, and local public policies.</summary>
    [Label("Management", "Gestion")]
    Management = 1,

    /// <summary>Cross-cutting projects, from their framing to their evaluation.</summary>
    [Label("Project", "Projet")]
    Project,

    /// <summary>Bringing the actors of a territory to know each other, so that new projects emerge.</summary>
    [Label("Mutual knowledge", "Interconnaissance")]
    Interconnection,
}
