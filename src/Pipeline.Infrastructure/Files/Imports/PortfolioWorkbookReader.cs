using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Holds the product's own workbook against the sheets as they would be written now.</summary>
internal sealed class PortfolioWorkbookReader(ImportLimits limits) : IPortfolioWorkbookReader
{
    private static readonly Language[] Spoken = [Language.En, Language.Fr];

    public Language? LanguageOf(Stream content, CancellationToken cancellationToken)
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

    public WorkbookEdits Read(
        Stream content,
        string fileName,
        PortfolioSheets current,
        Language language,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var tables = SourceFile.Open(content, fileName, limits, cancellationToken).Tables;
            var names = SheetNames.In(language);
            var versions = new ProjectVersions(current.Projects);
            SourceTable? Sheet(string name) => tables.FirstOrDefault(t => t.Sheet == name);

            var projects = new ProjectSheet(Sheet(names.Projects), current, versions, language);
            var plan = new PlanSheet(Sheet(names.Plan), current, versions, language);
            var commitments = new CommitmentSheet(Sheet(names.Commitments), current, versions, language);
            ISheetEdits[] sheets = [projects, plan, commitments];
            foreach (var sheet in sheets)
                sheet.Run(cancellationToken);
            return new(
                sheets.Sum(s => s.RowsRead),
                sheets.Sum(s => s.Created),
                sheets.Sum(s => s.Updated),
                sheets.Sum(s => s.Unchanged),
                sheets.Sum(s => s.Rejected),
                commitments.CountedCents,
                projects.Edits,
                plan.Edits,
                commitments.Edits,
                [.. sheets.SelectMany(s => s.Faults)],
                [.. sheets.SelectMany(s => s.Notices)]
            );
        }
        catch (UnreadableFileException e)
        {
            return new(0, 0, 0, 0, 0, 0, [], [], [], [e.Fault], []);
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
