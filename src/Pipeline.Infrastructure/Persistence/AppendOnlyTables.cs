namespace Pipeline.Infrastructure.Persistence;

/// <summary>The tables of what is written once, which each database locks by triggers of its own.</summary>
internal static class AppendOnlyTables
{
    /// <summary>Records and what belongs to them. A migration that has run is never changed: later tables get a list of their own.</summary>
    public static readonly string[] Records =
    [
        "Transitions",
        "TransitionDecisions",
        "TransitionEffects",
        "PlanVersions",
        "PlanLines",
        "Commitments",
        "CommitmentCancellations",
        "Deliveries",
        "Evaluations",
        "AuditEntries",
    ];

    /// <summary>What was replaced, ends of holdings; imports, what their rows did, and that they were taken back.</summary>
    public static readonly string[] Books =
    [
        "FormerVersions",
        "HoldingEnds",
        "Imports",
        "ImportedRows",
        "ImportReversals",
    ];

    /// <summary>Documents and facts of the modules (docs/adr/0030).</summary>
    public static readonly string[] ModuleRecords = ["DocumentVersions", "FactEntries"];

    /// <summary>Closed periods with their files, and the keys that signed them (docs/adr/0034).</summary>
    public static readonly string[] Closings = ["Closings", "ClosingFiles", "ClosingFileContents", "ClosingKeys"];

    /// <summary>What is published of fragilities (docs/adr/0043).</summary>
    public static readonly string[] Observatory = ["Observations"];

    /// <summary>What taking imports back left (docs/adr/0051).</summary>
    public static readonly string[] Reversals = ["ReversedRows"];

    /// <summary>All of them.</summary>
    public static readonly string[] All =
    [
        .. Records,
        .. Books,
        .. ModuleRecords,
        .. Closings,
        .. Observatory,
        .. Reversals,
    ];
}
