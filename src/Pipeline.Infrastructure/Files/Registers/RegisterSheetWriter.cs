using System.Text;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>Writes one sheet of a register: heading, rows as they come, totals.</summary>
internal sealed class RegisterSheetWriter<TRow>(
    Register<TRow> register,
    Language language,
    SheetParts<TRow> parts,
    Stream target
)
{
    private readonly SheetBuffer _xml = new();
    private readonly Column<TRow>[] _columns = [.. register.Columns];
    private readonly byte[][] _cells =
    [
        .. register.Columns.Select((_, c) => Encoding.ASCII.GetBytes($"<c r=\"{ColumnLetters.Of(c + 1)}")),
    ];
    private readonly RegisterTotals<TRow> _totals = new(register.Columns);
    private readonly object?[] _values = new object?[register.Columns.Count];
    private int _row = 1;

    public async ValueTask BeginAsync(int number, CancellationToken cancellationToken)
    {
        _xml.Xml(parts.Head(number)).Xml("<row r=\"1\" ht=\"32\" customHeight=\"1\">"u8);
        for (var c = 0; c < _columns.Length; c++)
            Text(
                c,
                _columns[c].Heading.In(language),
                _columns[c].Kind is CellKind.Text ? RegisterStyles.Heading : RegisterStyles.HeadingRight
            );
        _xml.Xml("</row>"u8);
        await _xml.WriteToAsync(target, cancellationToken);
        await target.FlushAsync(cancellationToken);
    }

    public ValueTask RowAsync(TRow row, CancellationToken cancellationToken)
    {
        Begin(++_row);
        for (var c = 0; c < _columns.Length; c++)
            Cell(c, _values[c] = _columns[c].Value(row), _columns[c].Kind);
        _xml.Xml("</row>"u8);
        _totals.Add(_values);
        return _xml.IsFull ? _xml.WriteToAsync(target, cancellationToken) : ValueTask.CompletedTask;
    }

    public async ValueTask<WrittenSheet> EndAsync(int number, int ofRegister, CancellationToken cancellationToken)
    {
        var rows = _row - 1;
        // A table has at least one row, be it empty.
        var last = Math.Max(_row, 2);
        _row = last + 1;
        foreach (var (label, cells) in _totals.Lines(last))
        {
            Begin(++_row);
            for (var c = 0; c < _columns.Length; c++)
            {
                if (cells[c] is { } sum)
                    Open(c, RegisterStyles.Total(_columns[c].Kind))
                        .Xml("><f>"u8)
                        .Text(sum.Formula)
                        .Xml("</f><v>"u8)
                        .Number(sum.Value)
                        .Xml("</v></c>"u8);
                else if (c == 0)
                    Text(c, label, RegisterStyles.Total(CellKind.Text));
                else
                    Open(c, RegisterStyles.Total(CellKind.Text)).Xml("/>"u8);
            }
            _xml.Xml("</row>"u8);
        }
        _xml.Xml(parts.Tail(last));
        await _xml.WriteToAsync(target, cancellationToken);
        return parts.Written(number, ofRegister, rows, last, _totals.Any ? _row : last);
    }

    private void Cell(int c, object? value, CellKind kind)
    {
        switch (value)
        {
            case null:
                Open(c, RegisterStyles.Body(kind)).Xml("/>"u8);
                break;
            case Enum member:
                Words(c, Labels.Of(member).In(language), kind);
                break;
            case Text text:
                Words(c, text.In(language), kind);
                break;
            case string text:
                Words(c, text, kind);
                break;
            case DateOnly day:
                Open(c, RegisterStyles.Body(kind)).Xml("><v>"u8).Number(day.DayNumber - FirstDay).Xml("</v></c>"u8);
                break;
            case DateTimeOffset instant:
                Open(c, RegisterStyles.Body(kind))
                    .Xml("><v>"u8)
                    .Number(instant.UtcDateTime.ToOADate())
                    .Xml("</v></c>"u8);
                break;
            default:
                Open(c, RegisterStyles.Body(kind)).Xml("><v>"u8).Number(CellNumber.Of(value, kind)).Xml("</v></c>"u8);
                break;
        }
    }

    // People's words, in one language or in both: what begins like a formula never becomes one.
    private void Words(int c, string words, CellKind kind) =>
        Text(c, CellText.Clean(words), FormulaText.Is(words) ? RegisterStyles.QuotedText : RegisterStyles.Body(kind));

    private void Text(int c, string text, int style)
    {
        Open(c, style)
            .Xml(
                text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
                    ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8
                    : " t=\"inlineStr\"><is><t>"u8
            );
        _xml.Text(text).Xml("</t></is></c>"u8);
    }

    private void Begin(int row) => _xml.Xml("<row r=\""u8).Number(row).Xml("\">"u8);

    // Up to the end of its attributes: what it holds decides how it goes on.
    private SheetBuffer Open(int c, int style) =>
        _xml.Xml(_cells[c]).Number(_row).Xml("\" s=\""u8).Number(style).Xml("\""u8);

    // Day 0 of spreadsheets.
    private static readonly int FirstDay = new DateOnly(1899, 12, 30).DayNumber;
}
