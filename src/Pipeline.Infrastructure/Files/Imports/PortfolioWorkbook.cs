using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>Holds the product's own workbook against the sheets as they would be written now.</summary>
/// <param name="language">What it was exported in.</param>
/// <param name="tables">Its sheets.</param>
/// <param name="fault">Why it could not be read; null where it could.</param>
internal sealed class PortfolioWorkbook(Language language, IReadOnlyList<SourceTable> tables, ImportFault? fault)
    : IPortfolioWorkbook
{
    public Language Language => language;

    public WorkbookEdits Against(PortfolioSheets current, CancellationToken cancellationToken)
    {
        if (fault is not null)
            return new(0, 0, 0, 0, 0, 0, [], [], [], [fault], []);
        var names = SheetNames.In(language);
        var stale = new HashSet<Guid>();
        SourceTable? Sheet(string name) => tables.FirstOrDefault(t => IsCalled(t, name));

        var projects = new ProjectSheet(Sheet(names.Projects), current, stale, language);
        var plan = new PlanSheet(Sheet(names.Plan), current, stale, language);
        var commitments = new CommitmentSheet(Sheet(names.Commitments), current, stale, language);
        ISheetEdits[] sheets = [projects, plan, commitments];
        foreach (var sheet in sheets)
            sheet.Run(cancellationToken);
        // Rows of a sheet that was renamed would be left out in silence.
        ImportFault[] renamed =
        [
            .. from sheet in sheets.Zip([names.Projects, names.Plan, names.Commitments])
            where Sheet(sheet.Second) is null
            from table in tables
            where !names.All.Any(name => IsCalled(table, name)) && sheet.First.Resembles(table)
            select new ImportFault(
                table.Sheet,
                null,
                null,
                WorkbookRefusals.UnknownSheet.With(table.Sheet!, sheet.Second)
            ),
        ];
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
            [.. renamed, .. sheets.SelectMany(s => s.Faults)],
            [.. sheets.SelectMany(s => s.Notices)]
        );
    }

    private static bool IsCalled(SourceTable table, string name) =>
        table.Sheet is { } sheet && Folded.Of(sheet.Trim()) == Folded.Of(name);
}
