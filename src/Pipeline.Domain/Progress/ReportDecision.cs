using Pipeline.Domain.Common;

namespace Pipeline.Domain.Progress;

/// <summary>A manager's answer.</summary>
public enum ReportDecision
{
    /// <summary>The report is accepted.</summary>
    [Label("Accept", "Accepter")]
    Accept = 1,

    /// <summary>The report is to be revised.</summary>
    [Label("Return for changes", "Renvoyer pour modification")]
    ReturnForChanges,

    /// <summary>No report is wanted on this period.</summary>
    [Label("Excuse", "Dispenser")]
    Excuse,
}
