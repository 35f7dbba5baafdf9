namespace Pipeline.Infrastructure.Files.Tables;

/// <summary>What fits a landscape page in a size that can be read; long texts and ids stand behind it and stay on the screen.</summary>
internal static class PrintedPage
{
    private const double Width = 255;

    /// <summary>How many of the first columns are printed.</summary>
    public static int ColumnsOf<T>(IReadOnlyList<Column<T>> columns)
    {
        double width = 0;
        return Math.Max(columns.TakeWhile(c => (width += c.Width) <= Width).Count(), 1);
    }
}
