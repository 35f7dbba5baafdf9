namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>How large an imported file may be; configured under <c>Pipeline:Imports</c>.</summary>
public sealed class ImportLimits
{
    /// <summary>Bytes of the file as it is sent: 50 MB.</summary>
    public long FileBytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Data rows of the file.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>Columns of a sheet.</summary>
    public int Columns { get; init; } = 1_000;

    /// <summary>Bytes of a workbook once its zip is expanded.</summary>
    public long ExpandedBytes { get; init; } = 500L * 1024 * 1024;

    /// <summary>How far a part over 1 MB may have been compressed.</summary>
    public int ExpansionRatio { get; init; } = 200;
}
