using System.Globalization;
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
) : IAsyncDisposable
{
    private readonly SheetBuffer _xml = new(target);
    private readonly Column<TRow>[] _columns = [.. register.Columns];
    private readonly Around[] _around = [.. register.Columns.Select((column, c) => Around.Of(column.Kind, c))];
    private readonly RegisterTotals<TRow> _totals = new(register.Columns);
    private readonly object?[] _values = new object?[register.Columns.Count];
    private readonly byte[] _digits = new byte[10];
    private int _digitCount;
    private int _row = 1;

    public async ValueTask BeginAsync(int number, CancellationToken cancellationToken)
    {
        _xml.Xml(parts.Head(number)).Xml("<row r=\"1\" ht=\"32\" customHeight=\"1\">"u8);
        _digits[0] = (byte)'1';
        _digitCount = 1;
        for (var c = 0; c < _columns.Length; c++)
            Text(
                c,
                _columns[c].Heading.In(language),
                _columns[c].Kind is CellKind.Text ? RegisterStyles.Heading : RegisterStyles.HeadingRight
            );
        _xml.Xml("</row>"u8);
        await _xml.FlushAsync(cancellationToken);
        await target.FlushAsync(cancellationToken);
    }

    public ValueTask RowAsync(TRow row, CancellationToken cancellationToken)
    {
        Begin(++_row);
        for (var c = 0; c < _columns.Length; c++)
            Cell(c, _values[c] = _columns[c].Value(row), _columns[c].Kind);
        _xml.Xml("</row>"u8);
        _totals.Add(_values);
        return _xml.IsFull ? _xml.WriteAsync(cancellationToken) : ValueTask.CompletedTask;
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
        await _xml.FlushAsync(cancellationToken);
        return parts.Written(number, ofRegister, rows, last, _totals.Any ? _row : last);
    }

    public ValueTask DisposeAsync() => _xml.DisposeAsync();

    private void Cell(int c, object? value, CellKind kind)
    {
        switch (value)
        {
            case null:
                _xml.Xml(_around[c].Start).Xml(Row).Xml(_around[c].Empty);
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
                Number(c, day.DayNumber - FirstDay);
                break;
            case DateTimeOffset instant:
                Number(c, instant.UtcDateTime.ToOADate());
                break;
            default:
                Number(c, CellNumber.Of(value, kind));
                break;
        }
    }

    // People's words, in one language or in both: what begins like a formula never becomes one.
    private void Words(int c, string words, CellKind kind)
    {
        var text = CellText.Clean(words);
        if (FormulaText.Is(words) || IsPadded(text))
            Text(c, text, FormulaText.Is(words) ? RegisterStyles.QuotedText : RegisterStyles.Body(kind));
        else
            _xml.Xml(_around[c].Start).Xml(Row).Xml(_around[c].Text).Text(text).Xml("</t></is></c>"u8);
    }

    private void Text(int c, string text, int style)
    {
        Open(c, style)
            .Xml(IsPadded(text) ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8 : " t=\"inlineStr\"><is><t>"u8);
        _xml.Text(text).Xml("</t></is></c>"u8);
    }

    private void Number<T>(int c, T number)
        where T : IUtf8SpanFormattable =>
        _xml.Xml(_around[c].Start).Xml(Row).Xml(_around[c].Number).Number(number).Xml("</v></c>"u8);

    private void Begin(int row)
    {
        row.TryFormat(_digits, out _digitCount, default, CultureInfo.InvariantCulture);
        _xml.Xml("<row r=\""u8).Xml(Row).Xml("\">"u8);
    }

    // Up to the end of its attributes: what it holds decides how it goes on.
    private SheetBuffer Open(int c, int style) =>
        _xml.Xml(_around[c].Start).Xml(Row).Xml("\" s=\""u8).Number(style).Xml("\""u8);

    // The number of the row that is written, which each of its cells repeats.
    private ReadOnlySpan<byte> Row => _digits.AsSpan(0, _digitCount);

    private static bool IsPadded(string text) =>
        text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]));

    // What stands around the row's number in each cell of a column, made once.
    private sealed record Around(byte[] Start, byte[] Empty, byte[] Number, byte[] Text)
    {
        public static Around Of(CellKind kind, int c)
        {
            var styled = $"\" s=\"{RegisterStyles.Body(kind)}\"";
            return new(
                Encoding.ASCII.GetBytes($"<c r=\"{ColumnLetters.Of(c + 1)}"),
                Encoding.ASCII.GetBytes($"{styled}/>"),
                Encoding.ASCII.GetBytes($"{styled}><v>"),
                Encoding.ASCII.GetBytes($"{styled} t=\"inlineStr\"><is><t>")
            );
        }
    }

    // Day 0 of spreadsheets.
    private static readonly int FirstDay = new DateOnly(1899, 12, 30).DayNumber;
}
