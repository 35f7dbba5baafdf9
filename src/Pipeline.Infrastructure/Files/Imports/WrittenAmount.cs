namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>An amount of a file.</summary>
/// <param name="Value">In units; null where it can be read in two ways.</param>
/// <param name="Currency">The sign that stands beside it; null where there is none.</param>
internal sealed record WrittenAmount(decimal? Value, char? Currency);
