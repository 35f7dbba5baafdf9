using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What an innovation becomes when others carry it beyond its designer.</summary>
public enum TakeOverKind
{
    /// <summary>A public policy takes it up (RC 4-2).</summary>
    [Label("Public policy", "Politique publique")]
    PublicPolicy = 1,

    /// <summary>A market carried by others takes it up (RC 4-2).</summary>
    [Label("Market", "Marché")]
    Market,

    /// <summary>It is given to all as commons, held by no single operator.</summary>
    [Label("Commons", "Communs")]
    Commons,
}
