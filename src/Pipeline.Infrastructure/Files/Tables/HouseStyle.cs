using ClosedXML.Excel;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Tables;

/// <summary>How every workbook looks: one place for colours, fonts and formats. The colours stay apart for colour-blind readers and in grey print.</summary>
internal static class HouseStyle
{
    public const string Font = "Calibri",
        Money = "#,##0.00;[Red]-#,##0.00",
        Share = "0.0%",
        // A share that was judged is written as the API gives it: rounded to where it stands beside its threshold.
        JudgedShare = "0.0##########%",
        Date = "yyyy-mm-dd",
        Year = "0",
        Instant = "yyyy-mm-dd hh:mm",
        Whole = "#,##0",
        Number = "#,##0.00";

    public const string InkHex = "1F2A37",
        DeepHex = "12436D",
        SkyHex = "28A197",
        SandHex = "F46A25",
        PlumHex = "801650",
        MistHex = "EEF3F8",
        LineHex = "C9D3DF";

    public static readonly XLColor Ink = XLColor.FromHtml("#" + InkHex),
        Deep = XLColor.FromHtml("#" + DeepHex),
        Sky = XLColor.FromHtml("#" + SkyHex),
        Sand = XLColor.FromHtml("#" + SandHex),
        Mist = XLColor.FromHtml("#" + MistHex),
        Line = XLColor.FromHtml("#" + LineHex);

    /// <summary>One colour a series, dark to light.</summary>
    public static readonly string[] Series = [DeepHex, SkyHex, SandHex, PlumHex];

    /// <summary>For a share that a formula makes, unrounded: as many decimals as it takes to be shown on its side of a threshold.</summary>
    public static string ShareBeside(decimal share, decimal threshold) =>
        $"0.{new string('0', Math.Max(1, (int)Ratio.Beside(share * 100, 1, threshold * 100).Scale))}%";

    public static string FormatOf(CellKind kind) =>
        kind switch
        {
            CellKind.Money => Money,
            CellKind.Share => JudgedShare,
            CellKind.Date => Date,
            CellKind.Instant => Instant,
            CellKind.Whole => Whole,
            CellKind.Number => Number,
            CellKind.Year => Year,
            _ => "@",
        };

    public static void Base(IXLWorksheet sheet)
    {
        sheet.Style.Font.FontName = Font;
        sheet.Style.Font.FontSize = 10;
        sheet.Style.Font.FontColor = Ink;
        sheet.Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        sheet.ShowGridLines = false;
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.FitToPages(1, 0);
        sheet.PageSetup.Margins.SetLeft(0.4).SetRight(0.4).SetTop(0.5).SetBottom(0.6).SetHeader(0.3).SetFooter(0.3);
        sheet.PageSetup.Footer.Left.AddText(XLHFPredefinedText.SheetName);
        sheet.PageSetup.Footer.Right.AddText(XLHFPredefinedText.PageNumber);
        sheet.PageSetup.Footer.Right.AddText(" / ");
        sheet.PageSetup.Footer.Right.AddText(XLHFPredefinedText.NumberOfPages);
    }

    public static void Header(IXLRange range)
    {
        range.Style.Fill.BackgroundColor = Deep;
        range.Style.Font.FontColor = XLColor.White;
        range.Style.Font.Bold = true;
        range.Style.Alignment.WrapText = true;
        range.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
    }

    public static void Total(IXLRange range)
    {
        range.Style.Font.Bold = true;
        range.Style.Fill.BackgroundColor = Mist;
        range.Style.Border.TopBorder = XLBorderStyleValues.Thin;
        range.Style.Border.TopBorderColor = Deep;
    }

    public static void Lines(IXLRange range)
    {
        range.Style.Border.InsideBorder = XLBorderStyleValues.Hair;
        range.Style.Border.InsideBorderColor = Line;
        range.Style.Border.BottomBorder = XLBorderStyleValues.Thin;
        range.Style.Border.BottomBorderColor = Line;
    }

    public static void Section(IXLCell cell, string text)
    {
        cell.Value = text;
        cell.Style.Font.FontSize = 13;
        cell.Style.Font.Bold = true;
        cell.Style.Font.FontColor = Deep;
        cell.WorksheetRow().Height = 22;
    }
}
