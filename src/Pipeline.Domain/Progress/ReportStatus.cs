using Pipeline.Domain.Common;

namespace Pipeline.Domain.Progress;

/// <summary>Where a report is on its way.</summary>
public enum ReportStatus
{
    /// <summary>It is being written.</summary>
    [Label("Draft", "Brouillon")]
    Draft = 1,

    /// <summary>It waits for an answer.</summary>
    [Label("Submitted", "Remis")]
    Submitted,

    /// <summary>It came back, to be revised.</summary>
    [Label("Returned", "Renvoyé")]
    Returned,

    /// <summary>It is accepted, for good.</summary>
    [Label("Accepted", "Accepté")]
    Accepted,
}
