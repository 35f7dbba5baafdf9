using Pipeline.Domain.Common;

namespace Pipeline.Domain.Imports;

/// <summary>An error or a notice of a file, as it was told.</summary>
/// <param name="Sheet">The worksheet's name; null in files without sheets.</param>
/// <param name="Row">The true row, as a spreadsheet shows it; null where the whole file is meant.</param>
/// <param name="Column">The heading as the file writes it; null where the whole row is meant.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Message">In both languages.</param>
public sealed record ImportRemark(string? Sheet, int? Row, string? Column, string Code, Text Message);
