using System.Text.Json.Serialization;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Application.Imports;

/// <summary>What an import did, or would do.</summary>
/// <param name="ImportId">What it is looked up and taken back by; null while the file is not in the portfolio.</param>
/// <param name="Format">The recognised format.</param>
/// <param name="DryRun">Nothing was written because nothing was to be.</param>
/// <param name="Applied">The file is in the portfolio now.</param>
/// <param name="RowsRead">Data rows of the file.</param>
/// <param name="Created">Projects that are new; of the product's own workbook, rows.</param>
/// <param name="Updated">Projects, or rows, that differed.</param>
/// <param name="Unchanged">Projects, or rows, that were as the file says.</param>
/// <param name="Rejected">Rows with errors: any of them refuses the whole file, unless they are to be skipped.</param>
/// <param name="OrganisationsCreated">New entries of the directory.</param>
/// <param name="Committed">The sum of the amounts of all rows but the rejected ones, in the portfolio's currency.</param>
/// <param name="Errors">What is wrong, and where.</param>
/// <param name="Notices">What was taken differently from how it is written.</param>
public sealed record ImportReport(
    Guid? ImportId,
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
) : IImportReport
{
    /// <summary>Whether its good rows go in without the others where that is asked for: not where the file is taken whole or not at all, or is not understood.</summary>
    [JsonIgnore]
    public bool TakesGoodRows { get; init; }

    /// <summary>Whether it is refused, or would be.</summary>
    /// <param name="onError">What is to become of wrong rows.</param>
    public bool Refuses(ErrorHandling onError) => Errors.Count > 0 && !(TakesGoodRows && onError == ErrorHandling.Skip);

    /// <summary>The headings of a file whose rows are not understood, as it writes them: a mapping can say what they mean. Empty where they are.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Headings { get; init; } = [];

    internal static ImportReport Of(
        string format,
        bool dryRun,
        Guid? importId,
        ImportCounts counts,
        string currency,
        IReadOnlyList<ImportFault> errors,
        IReadOnlyList<ImportFault> notices,
        Language language
    ) =>
        new(
            importId,
            format,
            dryRun,
            importId is not null,
            counts.RowsRead,
            counts.Created,
            counts.Updated,
            counts.Unchanged,
            counts.Rejected,
            counts.OrganisationsCreated,
            MoneyDto.OfCents(counts.Cents, currency),
            ImportErrorReply.List(errors, language),
            ImportErrorReply.List(notices, language)
        );

    /// <summary>The same of a file that was refused: nothing of it was made.</summary>
    internal ImportReport Refused() => this with { Created = 0, Updated = 0, Unchanged = 0, OrganisationsCreated = 0 };
}

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
    /// <summary>Faults in the order of the file, of very many equal ones the rest in one line.</summary>
    internal static IReadOnlyList<ImportErrorReply> List(IEnumerable<ImportFault> faults, Language language) =>
        [
            .. FaultList
                .Of(faults)
                .Select(f => From(f.Sheet, f.Row, f.Column, f.Refusal.Code, f.Refusal.Sentence, language)),
        ];

    /// <summary>As it was told when the file came in.</summary>
    internal static ImportErrorReply Of(ImportRemark remark, Language language) =>
        From(remark.Sheet, remark.Row, remark.Column, remark.Code, remark.Message, language);

    private static ImportErrorReply From(
        string? sheet,
        int? row,
        string? column,
        string code,
        Text message,
        Language language
    ) =>
        new(
            string.Join(", ", new[] { sheet, row is { } number ? $"row {number}" : null, column }.OfType<string>()),
            sheet,
            row,
            column,
            code,
            message.In(language)
        );
}

/// <summary>A file with errors: nothing of it was written.</summary>
public sealed class ImportRefusedException(ImportReport report, ImportFault first) : FileRefusedException(first)
{
    /// <inheritdoc />
    public override ImportReport Report { get; } = report;
}
