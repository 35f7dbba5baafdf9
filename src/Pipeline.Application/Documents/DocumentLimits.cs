namespace Pipeline.Application.Documents;

/// <summary>How much room documents have; configured under <c>Pipeline:Documents</c>.</summary>
public sealed class DocumentLimits
{
    /// <summary>The most that one file may be permitted to have: 100 MB.</summary>
    public const long MostFileBytes = 100L * 1024 * 1024;

    /// <summary>Bytes of one file: 25 MB.</summary>
    public long FileBytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>Bytes of all documents of the projects that one portfolio leads: 2 GB. Equal files of a project count once.</summary>
    public long PortfolioBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes of an office file once its zip is expanded.</summary>
    public long ExpandedBytes { get; init; } = 500L * 1024 * 1024;

    /// <summary>How far a part over 1 MB may have been compressed.</summary>
    public int ExpansionRatio { get; init; } = 200;
}
