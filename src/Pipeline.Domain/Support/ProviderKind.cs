using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>Who accompanies a project on a lever that is not funding.</summary>
public enum ProviderKind
{
    /// <summary>People of the fund itself.</summary>
    [Label("Funder's staff", "Compétences du financeur")]
    FunderStaff = 1,

    /// <summary>An adviser from outside.</summary>
    [Label("External adviser", "Accompagnateur externe")]
    External,

    /// <summary>Another project's people; this product's own.</summary>
    [Label("Peer", "Pair")]
    Peer,
}
