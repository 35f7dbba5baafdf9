using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Registers;

/// <summary>The cell formats of a streamed register, and their numbers: the house style, without the library that the designed sheets use.</summary>
internal static class RegisterStyles
{
    /// <summary>A heading over text.</summary>
    public const int Heading = 1;

    /// <summary>A heading over figures.</summary>
    public const int HeadingRight = 2;

    /// <summary>Text that begins like a formula: the quote prefix keeps it text when somebody edits the cell.</summary>
    public const int QuotedText = 3;

    private const int FirstBody = 4;
    private static readonly CellKind[] Kinds = Enum.GetValues<CellKind>();

    /// <summary>A cell of a kind.</summary>
    public static int Body(CellKind kind) => FirstBody + (int)kind - (int)CellKind.Text;

    /// <summary>A cell of a totals row.</summary>
    public static int Total(CellKind kind) => Body(kind) + Kinds.Length;

    /// <summary>All of them, as the element of a styles part.</summary>
    public static string Xml { get; } = Write();

    private static string Write()
    {
        const string Top = """<alignment vertical="top"/>""",
            Text = """<alignment horizontal="left" vertical="top" indent="1"/>""";
        string Header(string alignment) =>
            $"""<xf numFmtId="49" fontId="2" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment{alignment} vertical="center" wrapText="1"/></xf>""";
        string Cell(CellKind kind, bool total) =>
            $"""<xf numFmtId="{FormatId(kind)}" fontId="{(total ? 3 : 1)}" fillId="{(total ? 3 : 0)}" borderId="{(total ? 2 : 1)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">{(kind == CellKind.Text ? Text : Top)}</xf>""";

        var formats = new List<string>
        {
            $"""<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">{Top}</xf>""",
            Header(" horizontal=\"left\" indent=\"1\""),
            Header(" horizontal=\"right\""),
            $"""<xf numFmtId="49" fontId="1" fillId="0" borderId="1" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">{Text}</xf>""",
        };
        formats.AddRange(Kinds.Select(kind => Cell(kind, total: false)));
        formats.AddRange(Kinds.Select(kind => Cell(kind, total: true)));

        var numbers = string.Concat(
            Kinds
                .Select(kind => $"""<numFmt numFmtId="{FormatId(kind)}" formatCode="{HouseStyle.FormatOf(kind)}"/>""")
                .Skip(1)
        );
        return string.Concat(
            $"""<styleSheet xmlns="{BookParts.Spreadsheet}">""",
            $"""<numFmts count="{Kinds.Length - 1}">{numbers}</numFmts>""",
            $"""<fonts count="4">{Font("", "000000", 11)}{Font("", HouseStyle.InkHex)}{Font("<b/>", "FFFFFF")}{Font("<b/>", HouseStyle.InkHex)}</fonts>""",
            $"""<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>{Fill(HouseStyle.DeepHex)}{Fill(HouseStyle.MistHex)}</fills>""",
            $"""<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>{Border($"<right style=\"hair\">{Colour(HouseStyle.LineHex)}</right><top/><bottom style=\"thin\">{Colour(HouseStyle.LineHex)}</bottom>")}{Border($"<right/><top style=\"thin\">{Colour(HouseStyle.DeepHex)}</top><bottom/>")}</borders>""",
            """<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>""",
            $"""<cellXfs count="{formats.Count}">{string.Concat(formats)}</cellXfs>""",
            """<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
        );
    }

    // The first is the workbook's own, whose digits all widths are counted in.
    private static string Font(string bold, string hex, int size = 10) =>
        $"""<font>{bold}<sz val="{size}"/>{Colour(hex)}<name val="{HouseStyle.Font}"/><family val="2"/></font>""";

    private static string Fill(string hex) =>
        $"""<fill><patternFill patternType="solid"><fgColor rgb="FF{hex}"/><bgColor indexed="64"/></patternFill></fill>""";

    private static string Border(string sides) => $"<border><left/>{sides}<diagonal/></border>";

    private static string Colour(string hex) => $"<color rgb=\"FF{hex}\"/>";

    // 49 is the format's own number for text; one's own begin at 164.
    private static int FormatId(CellKind kind) => kind == CellKind.Text ? 49 : 163 + (int)kind;
}
