namespace Pipeline.Domain.Projects;

/// <summary>What an innovation becomes when others carry it beyond its designer.</summary>
public enum TakeOverKind
{
    /// <summary>A public policy takes it up (RC 4-2).</summary>
    PublicPolicy = 1,

    /// <summary>A market carried by others takes it up (RC 4-2).</summary>
    Market,

    /// <summary>It is given to all as commons, held by no single operator.</summary>
    Commons,
}
