using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Imports;

/// <summary>What an import did, or would do.</summary>
/// <param name="Format">The recognised format.</param>
/// <param name="DryRun">Nothing was written because nothing was to be.</param>
/// <param name="Applied">The file is in the portfolio now.</param>
/// <param name="RowsRead">Data rows of the file.</param>
/// <param name="Created">Projects that are new; of the product's own workbook, rows.</param>
/// <param name="Updated">Projects, or rows, that differed.</param>
/// <param name="Unchanged">Projects, or rows, that were as the file says.</param>
/// <param name="Rejected">Rows with errors; any of them refuses the whole file.</param>
/// <param name="OrganisationsCreated">New entries of the directory.</param>
/// <param name="Committed">The sum of the file's amounts in the portfolio's currency.</param>
/// <param name="Errors">What is wrong, and where.</param>
/// <param name="Notices">What was taken differently from how it is written.</param>
public sealed record ImportReport(
    string Format,
    bool DryRun,
    bool Applied,
    int RowsRead,
    int Created,
    int Updated,
    int Unchanged,
    int Rejected,
    int OrganisationsCreated,
    MoneyDto Committed,
    IReadOnlyList<ImportErrorReply> Errors,
    IReadOnlyList<ImportErrorReply> Notices
);

/// <summary>Something in the file, and where a person finds it.</summary>
/// <param name="Field">Sheet, row and column in one, for lists of errors of any kind.</param>
public sealed record ImportErrorReply(
    string Field,
    string? Sheet,
    int? Row,
    string? Column,
    string Code,
    string Message
)
{
    /// <summary>How many equal faults are listed one by one; more are said in one line.</summary>
    private const int ListedOfAKind = 20;

    /// <summary>Faults in the order of the file, equal ones grouped.</summary>
    internal static IReadOnlyList<ImportErrorReply> List(IEnumerable<ImportFault> faults, Language language) =>
        [
            .. faults
                .GroupBy(f => (f.Sheet, f.Column, f.Refusal.Code))
                .SelectMany(kind =>
                {
                    var all = kind.ToList();
                    if (all.Count <= ListedOfAKind)
                        return all;
                    var (first, last) = (all[0], all[^1]);
                    return
                    [
                        first with
                        {
                            Refusal = first.Refusal.Saying(
                                new(
                                    $"{first.Refusal.Sentence.En} The same in {all.Count - 1} more rows, the last of them row {last.Row}.",
                                    $"{first.Refusal.Sentence.Fr} De même à {all.Count - 1} autres lignes, dont la dernière est la ligne {last.Row}."
                                )
                            ),
                        },
                    ];
                })
                .OrderBy(f => f.Row)
                .Select(f => From(f, language)),
        ];

    private static ImportErrorReply From(ImportFault fault, Language language) =>
        new(
            string.Join(
                ", ",
                new[] { fault.Sheet, fault.Row is { } row ? $"row {row}" : null, fault.Column }.OfType<string>()
            ),
            fault.Sheet,
            fault.Row,
            fault.Column,
            fault.Refusal.Code,
            fault.Refusal.Sentence.In(language)
        );
}

/// <summary>A file with errors: nothing of it was written.</summary>
public sealed class ImportRefusedException(ImportReport report, ImportFault first)
    : Exception(first.Refusal.Sentence.En)
{
    /// <summary>Every error, and no project created or changed.</summary>
    public ImportReport Report { get; } = report;

    /// <summary>The first fault, for the sentence.</summary>
    public ImportFault First { get; } = first;
}
