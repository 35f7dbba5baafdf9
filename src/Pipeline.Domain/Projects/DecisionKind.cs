using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>A manager's answer to a report.</summary>
public enum DecisionKind
{
    /// <summary>Let it take effect, if the gate still holds.</summary>
    [Label("Approve", "Approuver")]
    Approve = 1,

    /// <summary>RequiredInput for changes, with a reason.</summary>
    [Label("Return for changes", "Demander des modifications")]
    ReturnForChanges,

    /// <summary>Refuse, with a reason.</summary>
    [Label("Decline", "Refuser")]
    Decline,
}
