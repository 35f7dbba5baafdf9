using ClosedXML.Excel;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Exports;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;
using Pipeline.Infrastructure.Files.Tables;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Pipeline.Infrastructure.Files.Workbooks;

/// <summary>The page for the board: key figures, projects, money, ratios. Every sum is a live formula over the registers behind it.</summary>
internal sealed class SummarySheet(IXLWorksheet sheet, PortfolioReport report, WorkbookTotals books)
{
    /// <summary>Rows of the blocks that charts are drawn from.</summary>
    public sealed record Anchors(
        int FirstPhase,
        int LastPhase,
        int FirstMoney,
        int FirstReference,
        int LastReference,
        int ChartRow
    );

    private readonly Language _language = report.Language;
    private readonly DashboardReply _dashboard = report.Dashboard;
    private readonly Dictionary<Basis, int> _totalRow = [];
    private readonly Dictionary<string, decimal> _values = new(StringComparer.Ordinal);

    public Anchors Write()
    {
        HouseStyle.Base(sheet);
        foreach (var (column, width) in new double[] { 34, 18, 18, 20, 18, 18, 16, 16 }.Select((w, i) => (i + 1, w)))
            sheet.Column(column).Width = width;
        sheet.Cell(1, 1).SetValue(_dashboard.Portfolio.Name);
        sheet.Cell(1, 1).Style.Font.FontSize = 20;
        sheet.Cell(1, 1).Style.Font.Bold = true;
        sheet.Cell(1, 1).Style.Font.FontColor = HouseStyle.Deep;
        sheet.Row(1).Height = 32;
        sheet
            .Cell(2, 1)
            .SetValue(
                In(
                    $"Portfolio {_dashboard.Portfolio.Code}, as of {_dashboard.AsOf:yyyy-MM-dd}, amounts in {_dashboard.Currency}",
                    $"Portefeuille {_dashboard.Portfolio.Code}, au {_dashboard.AsOf:dd/MM/yyyy}, montants en {_dashboard.Currency}"
                )
            );
        sheet.Range(2, 1, 2, 8).Style.Border.BottomBorder = XLBorderStyleValues.Medium;
        sheet.Range(2, 1, 2, 8).Style.Border.BottomBorderColor = HouseStyle.Deep;

        KeyFigures();
        var (firstPhase, lastPhase) = ByPhase(10);
        var (firstMoney, endOfMoney) = Money(lastPhase + 5);
        var (firstReference, lastReference) = RatioBlock(ByInstrument(endOfMoney + 4) + 4);
        sheet.PageSetup.PrintAreas.Add(1, 1, lastReference + 40, 8);
        sheet.PageSetup.FitToPages(1, 2);
        sheet.PageSetup.PageOrientation = XLPageOrientation.Portrait;
        return new(firstPhase, lastPhase, firstMoney, firstReference, lastReference, lastReference + 2);
    }

    /// <summary>Puts the formulas' values beside them, after saving: a reader that does not calculate (a viewer, a script, a preview) shows figures all the same.</summary>
    public void PutValues(S.Worksheet saved)
    {
        foreach (var cell in saved.Descendants<S.Cell>())
        {
            if (!_values.TryGetValue(cell.CellReference!.Value!, out var value))
                continue;
            cell.CellValue = new(value);
            cell.DataType = null;
        }
    }

    private void KeyFigures()
    {
        HouseStyle.Section(sheet.Cell(4, 1), In("Key figures", "Chiffres clés"));
        var figures = new (string Label, string Formula, decimal Value, string Format)[]
        {
            (
                In("Projects", "Projets"),
                books.Projects.Sum(s => $"COUNTA({s.Range("code")})"),
                _dashboard.Projects.Total,
                HouseStyle.Whole
            ),
            (
                In("Planned", "Prévu"),
                books.Plan.Sum(s => $"SUM({s.Range("amount")})"),
                _dashboard.Totals.Planned.Amount,
                HouseStyle.Money
            ),
            (
                In("Committed", "Engagé"),
                books.Commitments.Sum(s => $"SUM({s.Range("committed")})"),
                _dashboard.Totals.Committed.Amount,
                HouseStyle.Money
            ),
            (
                In("Delivered", "Versé"),
                books.Deliveries.Sum(s => $"SUM({s.Range("amount")})"),
                _dashboard.Totals.Delivered.Amount,
                HouseStyle.Money
            ),
        };
        for (var i = 0; i < figures.Length; i++)
        {
            var (label, formula, value, format) = figures[i];
            var column = i == 0 ? 1 : 2 * i;
            var box = sheet.Range(5, column, 6, i == 0 ? 1 : column + 1);
            box.Style.Fill.BackgroundColor = HouseStyle.Mist;
            sheet.Range(5, column, 5, i == 0 ? 1 : column + 1).Merge();
            sheet.Range(6, column, 6, i == 0 ? 1 : column + 1).Merge();
            sheet.Cell(5, column).SetValue(label).Style.Font.FontColor = HouseStyle.Deep;
            var cell = sheet.Cell(6, column);
            Formula(cell, formula, value, format);
            cell.Style.Font.FontSize = 16;
            cell.Style.Font.Bold = true;
            box.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
            box.Style.Border.OutsideBorder = XLBorderStyleValues.Thin;
            box.Style.Border.OutsideBorderColor = HouseStyle.Line;
        }
        sheet.Row(6).Height = 26;
    }

    private (int First, int Last) ByPhase(int row)
    {
        HouseStyle.Section(
            sheet.Cell(row - 2, 1),
            In("Projects by phase and standing", "Projets par phase et par statut")
        );
        Headings(
            row - 1,
            [
                In("Phase", "Phase"),
                .. Enum.GetValues<Standing>().Select(s => Labels.Of(s).In(_language)),
                In("All", "Tous"),
                In("Ever reached", "Ont atteint"),
                In("Passed on", "Sont passés"),
            ]
        );
        var first = row;
        foreach (var phase in PhaseOrder.All)
        {
            var label = Labels.Of(phase).In(_language);
            sheet.Cell(row, 1).SetValue(label);
            var column = 2;
            foreach (var standing in Enum.GetValues<Standing>())
            {
                var letter = sheet.Column(column).ColumnLetter();
                var (at, under) = (row, $"{letter}${first - 1}");
                Formula(
                    sheet.Cell(row, column++),
                    books.Projects.Sum(s => $"COUNTIFS({s.Range("phase")},$A{at},{s.Range("standing")},{under})"),
                    books.Count((p, s) => p == phase && s == standing),
                    HouseStyle.Whole
                );
            }
            Formula(sheet.Cell(row, 6), $"SUM(B{row}:E{row})", books.Count((p, _) => p == phase), HouseStyle.Whole);
            var funnel = _dashboard.Funnel.Single(f => f.Phase == phase);
            sheet.Cell(row, 7).SetValue(funnel.Reached).Style.NumberFormat.Format = HouseStyle.Whole;
            if (funnel.Share is { } share)
                sheet.Cell(row, 8).SetValue((double)share).Style.NumberFormat.Format = HouseStyle.Share;
            row++;
        }
        HouseStyle.Lines(sheet.Range(first, 1, row - 1, 8));
        sheet.Cell(row, 1).SetValue(In("Total", "Total"));
        for (var column = 2; column <= 6; column++)
        {
            var letter = sheet.Column(column).ColumnLetter();
            var value = books.Count((_, s) => column == 6 || (int)s == column - 1);
            Formula(sheet.Cell(row, column), $"SUM({letter}{first}:{letter}{row - 1})", value, HouseStyle.Whole);
        }
        HouseStyle.Total(sheet.Range(row, 1, row, 8));
        return (first, row - 1);
    }

    private (int FirstCommitted, int End) Money(int row)
    {
        HouseStyle.Section(sheet.Cell(row - 2, 1), In("Money by phase and lever", "Argent par phase et par levier"));
        var ledgers = new[]
        {
            (Basis.Planned, books.Plan, "amount"),
            (Basis.Committed, books.Commitments, "committed"),
            (Basis.Delivered, books.Deliveries, "amount"),
        };
        var firstCommitted = 0;
        foreach (var (basis, register, column) in ledgers)
        {
            Headings(
                row - 1,
                [
                    Labels.Of(basis).In(_language),
                    .. Levers.All.Select(l => Labels.Of(l).In(_language)),
                    In("All levers", "Tous leviers"),
                ]
            );
            sheet.Row(row - 1).Height = 56;
            var first = row;
            foreach (var phase in PhaseOrder.All)
            {
                sheet.Cell(row, 1).SetValue(Labels.Of(phase).In(_language));
                for (var l = 0; l < Levers.All.Count; l++)
                {
                    var (at, under) = (row, $"{sheet.Column(l + 2).ColumnLetter()}${first - 1}");
                    Formula(
                        sheet.Cell(row, l + 2),
                        register.Sum(s =>
                            $"SUMIFS({s.Range(column)},{s.Range("phase")},$A{at},{s.Range("lever")},{under})"
                        ),
                        Cell(basis, phase, Levers.All[l]),
                        HouseStyle.Money
                    );
                }
                Formula(
                    sheet.Cell(row, 6),
                    $"SUM(B{row}:E{row})",
                    Levers.All.Sum(l => Cell(basis, phase, l)),
                    HouseStyle.Money
                );
                row++;
            }
            HouseStyle.Lines(sheet.Range(first, 1, row - 1, 6));
            sheet.Cell(row, 1).SetValue(In("Total", "Total"));
            for (var c = 2; c <= 6; c++)
            {
                var letter = sheet.Column(c).ColumnLetter();
                Formula(
                    sheet.Cell(row, c),
                    $"SUM({letter}{first}:{letter}{row - 1})",
                    c == 6
                        ? PhaseOrder.All.Sum(p => Levers.All.Sum(l => Cell(basis, p, l)))
                        : PhaseOrder.All.Sum(p => Cell(basis, p, Levers.All[c - 2])),
                    HouseStyle.Money
                );
            }
            HouseStyle.Total(sheet.Range(row, 1, row, 6));
            _totalRow[basis] = row;
            if (basis == Basis.Committed)
                firstCommitted = first;
            row += 3;
        }
        return (firstCommitted, row - 3);
    }

    // Where there are grants alone it would say the totals once more, and is left out.
    private int ByInstrument(int row)
    {
        var entries = _dashboard.Breakdown.Instrument;
        if (entries.All(e => e.Code == Codes.Of(Instrument.Grant)))
            return row - 4;
        HouseStyle.Section(sheet.Cell(row - 2, 1), In("Money by instrument", "Argent par instrument"));
        Headings(
            row - 1,
            [
                In("Instrument", "Instrument"),
                In("Commitments", "Engagements"),
                Labels.Of(Basis.Committed).In(_language),
                Labels.Of(Basis.Delivered).In(_language),
                In("Repaid", "Remboursé"),
            ]
        );
        var first = row;
        foreach (var entry in entries)
        {
            var at = row;
            string Over(string column) =>
                books.Commitments.Sum(s => $"SUMIFS({s.Range(column)},{s.Range("instrument")},$A{at})");
            sheet.Cell(row, 1).SetValue(entry.Label);
            Formula(
                sheet.Cell(row, 2),
                books.Commitments.Sum(s => $"COUNTIFS({s.Range("instrument")},$A{at})"),
                entry.Commitments,
                HouseStyle.Whole
            );
            Formula(sheet.Cell(row, 3), Over("committed"), entry.Committed.Amount, HouseStyle.Money);
            Formula(sheet.Cell(row, 4), Over("delivered"), entry.Delivered.Amount, HouseStyle.Money);
            Formula(sheet.Cell(row, 5), Over("repaid"), entry.Repaid.Amount, HouseStyle.Money);
            row++;
        }
        HouseStyle.Lines(sheet.Range(first, 1, row - 1, 5));
        sheet.Cell(row, 1).SetValue(In("Total", "Total"));
        foreach (
            var (column, value, format) in new[]
            {
                (2, entries.Sum(e => e.Commitments), HouseStyle.Whole),
                (3, entries.Sum(e => e.Committed.Amount), HouseStyle.Money),
                (4, entries.Sum(e => e.Delivered.Amount), HouseStyle.Money),
                (5, entries.Sum(e => e.Repaid.Amount), HouseStyle.Money),
            }
        )
        {
            var letter = sheet.Column(column).ColumnLetter();
            Formula(sheet.Cell(row, column), $"SUM({letter}{first}:{letter}{row - 1})", value, format);
        }
        HouseStyle.Total(sheet.Range(row, 1, row, 5));
        return row;
    }

    private (int First, int Last) RatioBlock(int row)
    {
        HouseStyle.Section(
            sheet.Cell(row - 2, 1),
            In(
                "Both ratios against target, ceiling and references",
                "Les deux ratios face à la cible, au plafond et aux références"
            )
        );
        Headings(
            row - 1,
            [
                In("Ratio", "Ratio"),
                .. Enum.GetValues<Basis>().Select(b => Labels.Of(b).In(_language)),
                In("Threshold", "Seuil"),
                In("Status (committed)", "État (engagé)"),
            ]
        );
        var ratios = _dashboard.Ratios;
        Ratio(
            row,
            In("Capacity building (at least)", "Part de renforcement des capacités (au moins)"),
            "(C{0}+D{0})/F{0}",
            [ratios.CapacityBuilding.Planned, ratios.CapacityBuilding.Committed, ratios.CapacityBuilding.Delivered],
            ratios.CapacityBuilding.Target
        );
        Ratio(
            row + 1,
            In("Evaluation (at most)", "Part d'évaluation (au plus)"),
            "E{0}/F{0}",
            [ratios.Evaluation.Planned, ratios.Evaluation.Committed, ratios.Evaluation.Delivered],
            ratios.Evaluation.Ceiling
        );
        HouseStyle.Lines(sheet.Range(row, 1, row + 1, 6));
        var bars = sheet.Range(row, 2, row + 1, 5).AddConditionalFormat();
        bars.DataBar(HouseStyle.Sky).LowestValue().HighestValue();
        row += 4;
        Headings(
            row - 1,
            [
                In("Capacity building, compared", "Part de renforcement des capacités, en comparaison"),
                In("Share", "Part"),
                In("Source", "Source"),
            ]
        );
        sheet
            .Range(row - 1, 3, row - 1, 8)
            .Merge()
            .Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left)
            .Alignment.SetIndent(1);
        var first = row;
        sheet.Cell(row, 1).SetValue(In("This portfolio, committed", "Ce portefeuille, engagé"));
        Formula(
            sheet.Cell(row, 2),
            $"IF(F{_totalRow[Basis.Committed]}=0,0,(C{_totalRow[Basis.Committed]}+D{_totalRow[Basis.Committed]})/F{_totalRow[Basis.Committed]})",
            ratios.CapacityBuilding.Committed.Value ?? 0,
            HouseStyle.ShareBeside(ratios.CapacityBuilding.Committed.Value ?? 0, ratios.CapacityBuilding.Target)
        );
        foreach (var reference in ratios.CapacityBuilding.References)
        {
            row++;
            sheet.Cell(row, 1).SetValue(reference.Label).Style.Alignment.WrapText = true;
            sheet.Cell(row, 2).SetValue((double)reference.Value).Style.NumberFormat.Format = HouseStyle.Share;
            sheet.Range(row, 3, row, 8).Merge();
            // What it is a share of, and who said it.
            var source = $"{reference.Denominator}; {reference.Citation}";
            sheet
                .Cell(row, 3)
                .SetValue(source)
                .Style.Alignment.SetWrapText()
                .Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left)
                .Alignment.SetIndent(1);
            sheet.Row(row).Height = source.Length > 110 ? 28 : 15;
        }
        HouseStyle.Lines(sheet.Range(first, 1, row, 8));
        return (first, row);
    }

    private void Ratio(int row, string label, string formula, RatioReply[] ratios, decimal threshold)
    {
        sheet.Cell(row, 1).SetValue(label);
        foreach (var basis in Enum.GetValues<Basis>())
        {
            var total = _totalRow[basis];
            var value = ratios[(int)basis - 1].Value;
            var cell = sheet.Cell(row, 1 + (int)basis);
            // An undefined ratio stays empty text, never 0: there is nothing to be a share of.
            if (value is { } share)
                Formula(
                    cell,
                    $"IF(F{total}=0,\"\",{string.Format(System.Globalization.CultureInfo.InvariantCulture, formula, total)})",
                    share,
                    HouseStyle.ShareBeside(share, threshold)
                );
            else
                cell.SetValue(In("undefined", "indéfini")).Style.Alignment.Horizontal =
                    XLAlignmentHorizontalValues.Right;
        }
        sheet.Cell(row, 5).SetValue((double)threshold).Style.NumberFormat.Format = HouseStyle.Share;
        sheet
            .Cell(row, 6)
            .SetValue(ratios[1].Status is { } status ? Labels.Of(status).In(_language) : "–")
            .Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
    }

    private decimal Cell(Basis basis, Phase phase, Lever lever)
    {
        var lines = basis switch
        {
            Basis.Planned => _dashboard.Money.Planned,
            Basis.Committed => _dashboard.Money.Committed,
            _ => _dashboard.Money.Delivered,
        };
        return lines.FirstOrDefault(l => l.Phase == phase && l.Lever == lever)?.Amount.Amount ?? 0;
    }

    private void Headings(int row, IReadOnlyList<string> headings)
    {
        for (var i = 0; i < headings.Count; i++)
            sheet.Cell(row, i + 1).SetValue(headings[i]);
        HouseStyle.Header(sheet.Range(row, 1, row, headings.Count));
        // Headings stand over their figures.
        if (headings.Count > 1)
            sheet.Range(row, 2, row, headings.Count).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        sheet.Row(row).Height = 20;
    }

    private void Formula(IXLCell cell, string formula, decimal value, string format)
    {
        cell.FormulaA1 = formula;
        cell.Style.NumberFormat.Format = format;
        _values[cell.Address.ToString()!] = value;
    }

    private string In(string en, string fr) => _language == Language.Fr ? fr : en;
}
