using Pipeline.Application.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Application.Imports;

/// <summary>A mapping.</summary>
/// <param name="Name">What imports call it by.</param>
/// <param name="BuiltIn">Every portfolio has it, and none can change it.</param>
/// <param name="Columns">From headings to fields; empty where the mapping knows headings by their words.</param>
/// <param name="Constants">From fields to values.</param>
/// <param name="HeadingRow">The row of the headings; null to find it.</param>
/// <param name="DateForm">How days are written; null for all usual forms.</param>
/// <param name="DecimalSign">The decimal sign; null to see by the amounts.</param>
/// <param name="Encoding">What the letters are written in that are not UTF-8; null to find out.</param>
/// <param name="Version">From 1, raised by every change.</param>
public sealed record ImportMappingReply(
    string Name,
    bool BuiltIn,
    IReadOnlyDictionary<string, string> Columns,
    IReadOnlyDictionary<string, string> Constants,
    int? HeadingRow,
    string? DateForm,
    string? DecimalSign,
    string? Encoding,
    long Version
) : IVersioned
{
    /// <inheritdoc />
    [System.Text.Json.Serialization.JsonIgnore]
    public long ETag => Version;

    internal static ImportMappingReply Of(ImportMapping stored) =>
        Of(stored.Name, stored.Mapping, false, stored.Version);

    internal static ImportMappingReply Of(string name, TableMapping mapping, bool builtIn, long version) =>
        new(
            name,
            builtIn,
            mapping.Columns,
            mapping.Constants ?? new Dictionary<string, string>(),
            mapping.HeadingRow,
            mapping.DateForm,
            mapping.DecimalSign,
            mapping.Encoding,
            version
        );
}
