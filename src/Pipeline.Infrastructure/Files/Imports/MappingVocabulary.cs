using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>What mappings can name: the fields of both formats, and the encodings that are read.</summary>
internal sealed class MappingVocabulary : IMappingVocabulary
{
    private const int MostHeadings = 1_000;

    public IReadOnlyList<string> Fields { get; } =
    [.. Headings.Mappable.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Encodings { get; } = [.. FileEncoding.All.Select(e => e.Name)];

    public IReadOnlyDictionary<string, TableMapping> BuiltIn => BuiltInMappings.All;

    public string? FieldOf(string name) => Headings.Mappable.GetValueOrDefault(Headings.Normal(name));

    public bool KnowsEncoding(string name) => FileEncoding.Named(name) is not null;

    public IReadOnlyList<Fault> Faults(TableMapping mapping)
    {
        var faults = new List<Fault>();
        if (mapping.Columns.Count == 0)
            faults.Add(CommonRefusals.Required.With("columns").On("columns"));
        if (mapping.Columns.Count > MostHeadings)
            faults.Add(CommonRefusals.TooMany.With("columns", mapping.Columns.Count, MostHeadings).On("columns"));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (heading, field) in mapping.Columns)
            Check(field, $"columns.{heading}");
        // A constant stands beside a column: it is what empty cells mean.
        seen.Clear();
        foreach (var (field, value) in mapping.Constants ?? new Dictionary<string, string>())
        {
            Check(field, $"constants.{field}");
            if (value.Length > Limits.Pages)
                faults.Add(CommonRefusals.TooLong.With(field, value.Length, Limits.Pages).On($"constants.{field}"));
        }
        if (mapping.HeadingRow is < 1)
            faults.Add(ImportRefusals.HeadingRowOutOfRange.With(mapping.HeadingRow).On("headingRow"));
        if (mapping.DateForm is { } form && Cells.DatePattern(form) is null)
            faults.Add(ImportRefusals.InvalidDateForm.With(form).On("dateForm"));
        if (mapping.DecimalSign is not (null or "." or ","))
            faults.Add(ImportRefusals.InvalidDecimalSign.With(mapping.DecimalSign).On("decimalSign"));
        if (mapping.Encoding is { } encoding && !KnowsEncoding(encoding))
            faults.Add(ImportRefusals.UnknownEncoding.With(encoding, string.Join(", ", Encodings)).On("encoding"));
        return faults;

        void Check(string name, string path)
        {
            if (FieldOf(name) is not { } field)
                faults.Add(Unknown(name, path));
            else if (!seen.Add(field))
                faults.Add(ImportRefusals.MappedTwice.With(name).On(path));
        }
    }

    private Fault Unknown(string name, string path) =>
        (
            Nearest.Of(name, Fields) is { } near
                ? ImportRefusals.UnknownFieldNear.With(name, near)
                : CommonRefusals.UnknownField.With(name, string.Join(", ", Fields))
        ).On(path);
}
