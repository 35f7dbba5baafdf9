using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Knows the product's own workbook by its sheets and headings.</summary>
internal sealed class PortfolioWorkbookReader(ImportLimits limits) : IPortfolioWorkbookReader
{
    private static readonly Language[] Spoken = [Language.En, Language.Fr];

    public IPortfolioWorkbook? Open(Stream content, string fileName, CancellationToken cancellationToken)
    {
        if (LanguageOf(content, cancellationToken) is not { } language)
            return null;
        content.Position = 0;
        try
        {
            return new PortfolioWorkbook(
                language,
                SourceFile.Open(content, fileName, limits, encoding: null, cancellationToken).Tables,
                null
            );
        }
        catch (UnreadableFileException e)
        {
            return new PortfolioWorkbook(language, [], e.Fault);
        }
    }

    private Language? LanguageOf(Stream content, CancellationToken cancellationToken)
    {
        Span<byte> head = stackalloc byte[4];
        if (
            content.ReadAtLeast(head, 4, throwOnEndOfStream: false) < 4
            || head is not [0x50, 0x4B, 0x03, 0x04]
            || content.Length > limits.FileBytes
        )
            return null;
        content.Position = 0;
        try
        {
            WorkbookGuard.Check(content, limits, cancellationToken);
            var tables = WorkbookTable.Read(content, limits, cancellationToken, headingsOnly: true);
            return Spoken.Where(l => tables.Any(t => IsOurs(t, l))).Select(l => (Language?)l).FirstOrDefault();
        }
        catch (UnreadableFileException)
        {
            // Whatever is wrong with it, the reader of grants says so.
            return null;
        }
    }

    // A grant file may have a sheet called Projects as well: the two first headings have to be there too.
    private static bool IsOurs(SourceTable table, Language language)
    {
        var names = SheetNames.In(language);
        return table.Sheet is { } sheet
            && (sheet == names.Projects || sheet == names.Plan || sheet == names.Commitments)
            && Columns.Projects.Take(2).All(c => table.Headings.Contains(c.Heading.In(language)));
    }
}
