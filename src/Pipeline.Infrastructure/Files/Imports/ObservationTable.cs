using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Application.Imports;
using Pipeline.Application.Observatory;
using Pipeline.Domain.Common;
using Pipeline.Domain.Observatory;
using Pipeline.Domain.Reference;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>A table of observations: what its columns mean, and what is wrong in which row and column.</summary>
internal sealed partial class ObservationTable(SourceTable table, DateOnly today)
{
    private const string RegionField = "region",
        DomainField = "domain",
        YearField = "year",
        SourceField = "source",
        ViewpointField = "viewpoint",
        ValueField = "value",
        UnitField = "unit",
        RankField = "rank",
        SampleField = "sampleSize",
        CitationField = "citation";

    // Each field with its headings, folded: the code first.
    private static readonly (string Field, string[] Headings, bool Required)[] Fields =
    [
        (RegionField, ["region"], true),
        (DomainField, ["domain", "domaine"], true),
        (YearField, ["year", "annee"], true),
        (SourceField, ["source"], true),
        (ViewpointField, ["viewpoint", "point de vue", "regard"], true),
        (ValueField, ["value", "valeur"], true),
        (UnitField, ["unit", "unite"], true),
        (RankField, ["rank", "rang"], false),
        (SampleField, ["samplesize", "sample size", "echantillon"], false),
        (CitationField, ["citation", "reference"], true),
    ];

    private static readonly Dictionary<string, string> RegionCodes = Known(Regions.All.Select(r => (r.Code, r.Label)));

    private static readonly Dictionary<string, string> DomainCodes = Known(Domains.All.Select(d => (d.Code, d.Label)));

    private static readonly Dictionary<string, string> ViewpointCodes = Known(
        Enum.GetValues<Viewpoint>().Select(v => (Codes.Of(v), Labels.Of(v)))
    );

    private readonly List<ImportFault> _faults = [];
    private readonly Dictionary<string, int> _columns = [];
    private readonly Dictionary<ObservationKey, int> _rowOf = [];
    private (char Sign, int Row)? _decimal;
    private bool _perhapsThousands;

    /// <summary>Reads every row; with a heading that is missing or not known, none.</summary>
    public ObservationFile Read()
    {
        FindColumns();
        if (_faults.Count > 0)
            return new(table.Rows.Count, [], _faults);
        // "12,345" by itself is one or the other (docs/adr/0022): any number that is not written so says which.
        var signed = table
            .Rows.Select(r => Plain(Cell(r, ValueField)))
            .Where(v => v.Contains('.', StringComparison.Ordinal))
            .ToList();
        _perhapsThousands = signed.Count > 0 && signed.TrueForAll(v => LikeThousands().IsMatch(v));
        if (table.Rows.Count == 0)
            return new(0, [], [new(table.Sheet, null, null, FileRefusals.EmptyFile)]);
        return new(table.Rows.Count, [.. table.Rows.Select(Observation).OfType<ObservationTerms>()], _faults);
    }

    private static Dictionary<string, string> Known(IEnumerable<(string Code, Text Label)> values) =>
        values
            .SelectMany(v => new[] { v.Code, v.Label.En, v.Label.Fr }.Select(name => (Name: Folded.Of(name), v.Code)))
            .DistinctBy(v => v.Name)
            .ToDictionary(v => v.Name, v => v.Code);

    private void FindColumns()
    {
        for (var i = 0; i < table.Headings.Count; i++)
        {
            var heading = table.Headings[i].Trim();
            var field = Fields.FirstOrDefault(f => f.Headings.Contains(Folded.Of(heading))).Field;
            if (field is null)
                Fault(
                    table.HeadingRow,
                    heading,
                    ObservationRefusals.UnknownHeading.With(heading, string.Join(", ", Fields.Select(f => f.Field)))
                );
            else if (!_columns.TryAdd(field, i))
                Fault(table.HeadingRow, heading, RowRefusals.DuplicateHeading.With(heading));
        }
        foreach (var (field, _, required) in Fields)
            if (required && !_columns.ContainsKey(field))
                Fault(table.HeadingRow, field, RowRefusals.MissingHeading.With(field));
    }

    private ObservationTerms? Observation(SourceRow row)
    {
        var before = _faults.Count;
        if (row.Cells.Count > table.Headings.Count)
            Fault(row.Number, null, RowRefusals.TooManyCells.With(row.Cells.Count, table.Headings.Count));
        var key = Key(row);
        var value = Value(row);
        var rank = Count(row, RankField);
        var sample = Count(row, SampleField);
        var citation = Text(row, CitationField, Limits.Paragraph);
        return key is null || _faults.Count > before ? null : new(key, value, rank, sample, citation);
    }

    // What a row is of is looked at by itself: a doubled row is told of also where its value is wrong.
    private ObservationKey? Key(SourceRow row)
    {
        var before = _faults.Count;
        var region = Code(row, RegionField, RegionCodes);
        var domain = Code(row, DomainField, DomainCodes);
        var year = Year(row);
        var source = Tidy(Text(row, SourceField, Limits.Name));
        var viewpoint = Code(row, ViewpointField, ViewpointCodes);
        var unit = Tidy(Text(row, UnitField, Limits.Short));
        if (_faults.Count > before || !Codes.TryParse<Viewpoint>(viewpoint, out var through))
            return null;
        var key = new ObservationKey(region, domain, year, source, through, unit);
        // Another case or accent is no other source.
        var same = key with
        {
            Source = Folded.Of(source),
            Unit = Folded.Of(unit),
        };
        if (!_rowOf.TryAdd(same, row.Number))
            Fault(row.Number, RegionField, ObservationRefusals.DuplicateRow.With(_rowOf[same]));
        return key;
    }

    private string Cell(SourceRow row, string field) => _columns.TryGetValue(field, out var i) ? row[i] : "";

    private string Text(SourceRow row, string field, int most)
    {
        var text = Cell(row, field);
        if (text.Length == 0)
            Fault(row.Number, field, RowRefusals.EmptyCell);
        else if (text.Length > most)
            Fault(row.Number, field, RowRefusals.TooLong.With(text.Length, most));
        else if (!Cells.IsText(text) || Guard.NoText(text, field) is not null)
            Fault(row.Number, field, RowRefusals.InvalidCharacter);
        return text;
    }

    private string Code(SourceRow row, string field, Dictionary<string, string> known)
    {
        var text = Cell(row, field);
        if (text.Length == 0)
            Fault(row.Number, field, RowRefusals.EmptyCell);
        else if (known.TryGetValue(Folded.Of(text), out var code))
            return code;
        else
            Fault(row.Number, field, CommonRefusals.UnknownCode.With(text, string.Join(", ", known.Values.Distinct())));
        return "";
    }

    private int Year(SourceRow row)
    {
        var text = Cell(row, YearField);
        if (text.Length == 0)
            Fault(row.Number, YearField, RowRefusals.EmptyCell);
        else if (Whole(text) is { } year && year >= ObservationTerms.FirstYear && year <= today.Year)
            return year;
        else
            Fault(
                row.Number,
                YearField,
                ObservationRefusals.YearOutOfRange.With(ObservationTerms.FirstYear, today.Year, text)
            );
        return 0;
    }

    private int? Count(SourceRow row, string field)
    {
        var text = Cell(row, field);
        if (text.Length == 0)
            return null;
        if (Whole(text) is > 0 and var count)
            return count;
        Fault(row.Number, field, ObservationRefusals.CountOutOfRange.With(text));
        return null;
    }

    private decimal Value(SourceRow row)
    {
        var text = Cell(row, ValueField);
        if (text.Length == 0)
        {
            Fault(row.Number, ValueField, RowRefusals.EmptyCell);
            return 0;
        }
        var signs = text.Where(c => c is '.' or ',').ToList();
        var plain = Plain(text);
        if (
            signs.Count > 1
            || !decimal.TryParse(
                plain,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
            Fault(row.Number, ValueField, ObservationRefusals.InvalidNumber.With(text));
        // The first number says how the file writes decimals, be it too large or not: it is the same row that others are held against once that is mended.
        else if (signs.Count == 1 && (_decimal ??= (signs[0], row.Number)).Sign != signs[0])
            Fault(row.Number, ValueField, ObservationRefusals.MixedDecimalSigns.With(text, _decimal.Value.Row));
        else if (_perhapsThousands && signs.Count == 1)
            Fault(row.Number, ValueField, ObservationRefusals.PerhapsThousands.With(text));
        // Counted as they are written: a number has no room for more than 28 of them.
        else if (
            Math.Abs(value) > ObservationTerms.Most
            || plain.Split('.') is [_, var behind] && behind.TrimEnd('0').Length > ObservationTerms.Decimals
        )
            Fault(row.Number, ValueField, ObservationRefusals.ValueOutOfRange.With(text));
        else if (value is < 0 or > 100 && ObservationTerms.IsPercent(Cell(row, UnitField)))
            Fault(row.Number, ValueField, ObservationRefusals.PercentOutOfRange.With(text));
        else
            return value;
        return 0;
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).Replace(',', '.');

    // One spelling of blanks and accents.
    private static string Tidy(string text) => Blanks().Replace(text, " ").Normalize(NormalizationForm.FormC);

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("^[+-]?[1-9][0-9]{0,2}\\.[0-9]{3}$")]
    private static partial Regex LikeThousands();

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Fault(int? row, string? column, Refusal refusal) =>
        _faults.Add(new(table.Sheet, row, column, refusal));
}
