using System.Text.Json.Serialization;
using Pipeline.Application.Common;
using Pipeline.Domain.Imports;

namespace Pipeline.Application.Imports;

/// <summary>A file that was taken into a portfolio.</summary>
/// <param name="Id">UUID.</param>
/// <param name="PortfolioId">Where to.</param>
/// <param name="FileName">As it was sent.</param>
/// <param name="Format">The recognised format.</param>
/// <param name="OnError">What became of wrong rows.</param>
/// <param name="Mapping">The mapping that it was read by; null without one.</param>
/// <param name="RowsRead">Data rows of the file.</param>
/// <param name="Created">Projects that were new; of the product's own workbook, rows.</param>
/// <param name="Updated">Projects, or rows, that differed.</param>
/// <param name="Unchanged">Projects, or rows, that were as the file said.</param>
/// <param name="Rejected">Rows that were left out.</param>
/// <param name="OrganisationsCreated">New entries of the directory.</param>
/// <param name="Committed">The sum of the amounts that were taken.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="RecordedBy">Who brought it in.</param>
/// <param name="Reversal">That it was taken back; null while it stands.</param>
public record ImportReply(
    Guid Id,
    Guid PortfolioId,
    string FileName,
    string Format,
    ErrorHandling OnError,
    string? Mapping,
    int RowsRead,
    int Created,
    int Updated,
    int Unchanged,
    int Rejected,
    int OrganisationsCreated,
    MoneyDto Committed,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy,
    ImportReversalReply? Reversal
)
{
    /// <summary>Whether it is one that can be taken back, as far as it can be seen by itself: what was built upon it is seen then.</summary>
    [JsonIgnore]
    public bool IsReversible => Reversal is null && Format != WorkbookImporter.Format;

    internal static ImportReply Of(Import import, string currency, IReadOnlyDictionary<Guid, string> names) =>
        new(
            import.Id,
            import.PortfolioId,
            import.FileName,
            import.Format,
            import.OnError,
            import.Mapping,
            import.Counts.RowsRead,
            import.Counts.Created,
            import.Counts.Updated,
            import.Counts.Unchanged,
            import.Counts.Rejected,
            import.Counts.OrganisationsCreated,
            MoneyDto.OfCents(import.Counts.Cents, currency),
            import.RecordedAt,
            Named(import.RecordedBy, names),
            import.Reversal is { } reversal
                ? new(reversal.Reason, reversal.RecordedAt, Named(reversal.RecordedBy, names))
                : null
        );

    /// <summary>Those whose names a reply has.</summary>
    internal static IEnumerable<Guid> People(Import import) =>
        import.Reversal is { } reversal ? [import.RecordedBy, reversal.RecordedBy] : [import.RecordedBy];

    private static NamedRef Named(Guid id, IReadOnlyDictionary<Guid, string> names) =>
        new(id, names.GetValueOrDefault(id, ""));
}

/// <summary>That an import was taken back.</summary>
/// <param name="Reason">Why.</param>
/// <param name="RecordedAt">When.</param>
/// <param name="RecordedBy">Who took it back.</param>
public sealed record ImportReversalReply(string Reason, DateTimeOffset RecordedAt, NamedRef RecordedBy);

/// <summary>A file that was taken into a portfolio, with all that was said of it.</summary>
/// <param name="Import">What it did.</param>
/// <param name="Errors">What was wrong with the rows that were left out.</param>
/// <param name="Notices">What was taken differently from how it is written.</param>
public sealed record ImportDetails(
    ImportReply Import,
    IReadOnlyList<ImportErrorReply> Errors,
    IReadOnlyList<ImportErrorReply> Notices
) : ImportReply(Import);
