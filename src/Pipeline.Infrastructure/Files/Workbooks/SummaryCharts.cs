using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Pipeline.Infrastructure.Files.Workbooks;

/// <summary>The charts of the summary: real Excel charts over the summary's own cells.</summary>
internal static class SummaryCharts
{
    private static readonly string[] LeverColumns = ["B", "C", "D", "E"];

    private sealed record Series(string Name, string Categories, string Values, string Colour);

    public static void Add(WorksheetPart part, string sheetName, SummarySheet.Anchors at, Language language)
    {
        var drawing = part.DrawingsPart ?? part.AddNewPart<DrawingsPart>("rIdDrawing");
        drawing.WorksheetDrawing ??= new Xdr.WorksheetDrawing();
        if (!part.Worksheet.Elements<Drawing>().Any())
        {
            var element = new Drawing { Id = part.GetIdOfPart(drawing) };
            // The schema wants the drawing before parts that ClosedXML may have written behind it.
            var after = part.Worksheet.ChildElements.FirstOrDefault(e =>
                e is LegacyDrawing or TableParts or WorksheetExtensionList
            );
            if (after is null)
                part.Worksheet.Append(element);
            else
                part.Worksheet.InsertBefore(element, after);
        }

        string Range(string column, int first, int last) =>
            string.Create(CultureInfo.InvariantCulture, $"'{sheetName}'!${column}${first}:${column}${last}");
        string In(string en, string fr) => language == Language.Fr ? fr : en;
        var (phases, row) = (Range("A", at.FirstPhase, at.LastPhase), at.ChartRow - 1);

        Place(
            drawing,
            1,
            In("Projects that reached each phase", "Projets ayant atteint chaque phase"),
            C.BarDirectionValues.Bar,
            C.BarGroupingValues.Clustered,
            HouseStyle.Whole,
            [new(In("Reached", "Ont atteint"), phases, Range("G", at.FirstPhase, at.LastPhase), HouseStyle.DeepHex)],
            (0, row),
            (4, row + 17),
            reversed: true
        );
        Place(
            drawing,
            2,
            In("Committed, lever by phase", "Engagé, par phase et par levier"),
            C.BarDirectionValues.Column,
            C.BarGroupingValues.Stacked,
            "#,##0",
            [
                .. LeverColumns.Select(
                    (column, i) =>
                        new Series(
                            string.Create(CultureInfo.InvariantCulture, $"'{sheetName}'!${column}${at.FirstMoney - 1}"),
                            Range("A", at.FirstMoney, at.FirstMoney + 4),
                            Range(column, at.FirstMoney, at.FirstMoney + 4),
                            HouseStyle.Series[i]
                        )
                ),
            ],
            (4, row),
            (8, row + 17)
        );
        Place(
            drawing,
            3,
            In("Capacity building against references", "Part de renforcement des capacités face aux références"),
            C.BarDirectionValues.Bar,
            C.BarGroupingValues.Clustered,
            HouseStyle.Share,
            [
                new(
                    In("Share", "Part"),
                    Range("A", at.FirstReference, at.LastReference),
                    Range("B", at.FirstReference, at.LastReference),
                    HouseStyle.SkyHex
                ),
            ],
            (0, row + 18),
            (8, row + 34),
            reversed: true
        );
        drawing.WorksheetDrawing.Save();
    }

    private static void Place(
        DrawingsPart drawing,
        uint id,
        string title,
        C.BarDirectionValues direction,
        C.BarGroupingValues grouping,
        string format,
        IReadOnlyList<Series> series,
        (int Column, int Row) from,
        (int Column, int Row) to,
        bool reversed = false
    )
    {
        // Named in their order: ids drawn by chance would make another file of the same figures.
        var part = drawing.AddNewPart<ChartPart>($"rIdChart{drawing.ChartParts.Count() + 1}");
        part.ChartSpace = new C.ChartSpace(
            new C.EditingLanguage { Val = "en-US" },
            new C.RoundedCorners { Val = false },
            new C.Chart(
                (OpenXmlElement[])
                    [
                        Title(title),
                        new C.AutoTitleDeleted { Val = false },
                        new C.PlotArea(
                            new C.Layout(),
                            Bars(direction, grouping, series),
                            CategoryAxis(direction, reversed),
                            ValueAxis(direction, format, reversed)
                        ),
                        .. Legend(series.Count),
                        new C.PlotVisibleOnly { Val = true },
                        new C.DisplayBlanksAs { Val = C.DisplayBlanksAsValues.Gap },
                    ]
            )
        );
        part.ChartSpace.Save();

        drawing.WorksheetDrawing.Append(
            new Xdr.TwoCellAnchor(
                Marker<Xdr.FromMarker>(from),
                Marker<Xdr.ToMarker>(to),
                new Xdr.GraphicFrame(
                    new Xdr.NonVisualGraphicFrameProperties(
                        new Xdr.NonVisualDrawingProperties
                        {
                            Id = id + 1,
                            Name = title,
                            Description = title,
                        },
                        new Xdr.NonVisualGraphicFrameDrawingProperties()
                    ),
                    new Xdr.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                    new A.Graphic(
                        new A.GraphicData(new C.ChartReference { Id = drawing.GetIdOfPart(part) })
                        {
                            Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
                        }
                    )
                )
                {
                    Macro = "",
                },
                new Xdr.ClientData()
            )
        );
    }

    private static C.BarChart Bars(
        C.BarDirectionValues direction,
        C.BarGroupingValues grouping,
        IReadOnlyList<Series> series
    )
    {
        var chart = new C.BarChart(
            new C.BarDirection { Val = direction },
            new C.BarGrouping { Val = grouping },
            new C.VaryColors { Val = false }
        );
        for (var i = 0; i < series.Count; i++)
        {
            var s = series[i];
            chart.Append(
                new C.BarChartSeries(
                    new C.Index { Val = (uint)i },
                    new C.Order { Val = (uint)i },
                    s.Name.StartsWith('\'')
                        ? new C.SeriesText(new C.StringReference(new C.Formula(s.Name)))
                        : new C.SeriesText(new C.NumericValue(s.Name)),
                    new C.ChartShapeProperties(new A.SolidFill(new A.RgbColorModelHex { Val = s.Colour })),
                    new C.InvertIfNegative { Val = false },
                    new C.CategoryAxisData(new C.StringReference(new C.Formula(s.Categories))),
                    new C.Values(new C.NumberReference(new C.Formula(s.Values)))
                )
            );
        }
        chart.Append(new C.GapWidth { Val = 60 });
        if (grouping == C.BarGroupingValues.Stacked)
            chart.Append(new C.Overlap { Val = 100 });
        chart.Append(new C.AxisId { Val = 1 }, new C.AxisId { Val = 2 });
        return chart;
    }

    private static C.CategoryAxis CategoryAxis(C.BarDirectionValues direction, bool reversed) =>
        new(
            new C.AxisId { Val = 1 },
            new C.Scaling(
                new C.Orientation { Val = reversed ? C.OrientationValues.MaxMin : C.OrientationValues.MinMax }
            ),
            new C.Delete { Val = false },
            new C.AxisPosition
            {
                Val = direction == C.BarDirectionValues.Bar ? C.AxisPositionValues.Left : C.AxisPositionValues.Bottom,
            },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
            Small(),
            new C.CrossingAxis { Val = 2 },
            new C.Crosses { Val = C.CrossesValues.AutoZero }
        );

    private static C.ValueAxis ValueAxis(C.BarDirectionValues direction, string format, bool reversed) =>
        new(
            new C.AxisId { Val = 2 },
            new C.Scaling(new C.Orientation { Val = C.OrientationValues.MinMax }, new C.MinAxisValue { Val = 0 }),
            new C.Delete { Val = false },
            new C.AxisPosition
            {
                Val = direction == C.BarDirectionValues.Bar ? C.AxisPositionValues.Bottom : C.AxisPositionValues.Left,
            },
            new C.MajorGridlines(
                new C.ChartShapeProperties(
                    new A.Outline(new A.SolidFill(new A.RgbColorModelHex { Val = HouseStyle.LineHex })) { Width = 6350 }
                )
            ),
            new C.NumberingFormat { FormatCode = format, SourceLinked = false },
            new C.MajorTickMark { Val = C.TickMarkValues.None },
            new C.MinorTickMark { Val = C.TickMarkValues.None },
            new C.TickLabelPosition { Val = C.TickLabelPositionValues.NextTo },
            Small(),
            new C.CrossingAxis { Val = 1 },
            new C.Crosses { Val = reversed ? C.CrossesValues.Maximum : C.CrossesValues.AutoZero }
        );

    private static C.TextProperties Small() =>
        new(
            new A.BodyProperties(),
            new A.ListStyle(),
            new A.Paragraph(
                new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = 900 }),
                new A.EndParagraphRunProperties { Language = "en-US" }
            )
        );

    private static C.Title Title(string text) =>
        new(
            new C.ChartText(
                new C.RichText(
                    new A.BodyProperties(),
                    new A.ListStyle(),
                    new A.Paragraph(
                        new A.ParagraphProperties(new A.DefaultRunProperties { FontSize = 1200, Bold = true }),
                        new A.Run(
                            new A.RunProperties
                            {
                                Language = "en-US",
                                FontSize = 1200,
                                Bold = true,
                            },
                            new A.Text(text)
                        )
                    )
                )
            ),
            new C.Overlay { Val = false }
        );

    // One series needs no legend: the title says what it is.
    private static IEnumerable<C.Legend> Legend(int series) =>
        series < 2
            ? []
            :
            [
                new C.Legend(
                    new C.LegendPosition { Val = C.LegendPositionValues.Bottom },
                    new C.Overlay { Val = false },
                    Small()
                ),
            ];

    private static T Marker<T>((int Column, int Row) at)
        where T : Xdr.MarkerType, new()
    {
        var marker = new T();
        marker.Append(
            new Xdr.ColumnId(at.Column.ToString(CultureInfo.InvariantCulture)),
            new Xdr.ColumnOffset("0"),
            new Xdr.RowId(at.Row.ToString(CultureInfo.InvariantCulture)),
            new Xdr.RowOffset("0")
        );
        return marker;
    }
}
