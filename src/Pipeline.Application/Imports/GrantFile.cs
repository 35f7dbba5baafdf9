using System.Collections.Immutable;
using Pipeline.Domain.Common;
using Pipeline.Domain.Imports;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Imports;

/// <summary>What is wrong in a file, and where a person finds it.</summary>
/// <param name="Sheet">The worksheet's name; null in files without sheets.</param>
/// <param name="Row">The true row as a spreadsheet shows it, the position from 1 in JSON; null when it concerns the whole file.</param>
/// <param name="Column">The heading as the file writes it, or the JSON path.</param>
/// <param name="Refusal">What was found and what is expected; a notice where the file is taken all the same.</param>
public sealed record ImportFault(string? Sheet, int? Row, string? Column, Refusal Refusal);

/// <summary>A row of a file.</summary>
/// <param name="Sheet">The worksheet's name; null in files without sheets.</param>
/// <param name="Row">The true row, as in <see cref="ImportFault"/>.</param>
public sealed record ImportPlace(string? Sheet, int Row);

/// <summary>An organisation as a file names it.</summary>
/// <param name="Identifier">The full identifier, for example <c>GB-CHC-1070468</c>; null where the file has none that identifies.</param>
/// <param name="Name">Its name, never blank.</param>
/// <param name="Country">As written, may be missing.</param>
public sealed record NamedOrganisation(string? Identifier, string Name, string? Country)
{
    /// <summary>Its identifier as the file writes it, though it may identify nobody; null where the file has none, or a damaged one.</summary>
    public string? Written { get; init; }
}

/// <summary>One grant, read and checked for form, but not yet held against what is stored. With no cents it is a project without a commitment.</summary>
public sealed record GrantRow(
    string? Sheet,
    int Row,
    string Identifier,
    string Title,
    string? Description,
    string Currency,
    long Cents,
    DateOnly AwardedOn,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    NamedOrganisation Recipient,
    NamedOrganisation Funder,
    IReadOnlyDictionary<string, string> Columns
)
{
    /// <summary>Whether the file says what a grant is about at all; where it has no such column, what is known stays.</summary>
    public bool Describes { get; init; } = true;

    /// <summary>The last day as the file has it; null where it has none, or a duration instead.</summary>
    public DateOnly? WrittenEndsOn { get; init; }

    /// <summary>How long it takes, in months; null where the file does not say.</summary>
    public int? DurationMonths { get; init; }

    /// <summary>Cash or in kind, where the format says; null where it does not.</summary>
    public Nature? Nature { get; init; }

    /// <summary>The funder's own reference of the agreement, in formats where it may be one that Pipeline has given out; null else.</summary>
    public string? Reference { get; init; }

    /// <summary>The codes that the same agreement has in a file with more, or fewer, of its lines; the longest first.</summary>
    public IReadOnlyList<string> OtherIdentifiers { get; init; } = [];

    /// <summary>By column, the cells with which its row means the same without the others that it is read with; empty where it needs none.</summary>
    public IReadOnlyDictionary<int, string> Alone { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>Its decision has others for the same beneficiary: only its name tells them apart.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>The heading under which the file has a field, for errors found later; null where it has no such column.</summary>
    public string? ColumnOf(string field) => Columns.GetValueOrDefault(field);
}

/// <summary>A file as read: every row is either a grant or has at least one fault.</summary>
/// <param name="Format">Stable code of the recognised format, for example <c>360giving.csv</c>.</param>
/// <param name="RowsRead">Data rows, blank ones left out.</param>
/// <param name="Grants">The rows that are right in themselves.</param>
/// <param name="Faults">All that is wrong; any of them refuses the whole file.</param>
/// <param name="Notices">What was taken differently from how it was written, for example placeholder identifiers.</param>
public sealed record GrantFile(
    string Format,
    int RowsRead,
    IReadOnlyList<GrantRow> Grants,
    IReadOnlyList<ImportFault> Faults,
    IReadOnlyList<ImportFault> Notices
)
{
    /// <summary>Rows that became no grant.</summary>
    public int Rejected { get; init; }

    /// <summary>The faults are of the file, or of its headings: no row can be taken by itself.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>Whether its good rows go in without the others.</summary>
    public bool Skips(ErrorHandling onError) => onError == ErrorHandling.Skip && !IsUnreadable;

    /// <summary>The tables that grants were read from, as they are written: for the rows that are given back.</summary>
    public IReadOnlyList<WrittenTable> Tables { get; init; } = [];
}

/// <summary>A table as it is written.</summary>
/// <param name="Sheet">The worksheet's name; null in files without sheets.</param>
/// <param name="Headings">Or paths, in JSON.</param>
/// <param name="Rows">The cells by the row's true number.</param>
public sealed record WrittenTable(
    string? Sheet,
    IReadOnlyList<string> Headings,
    IReadOnlyDictionary<int, IReadOnlyList<string>> Rows
);

/// <summary>Reads grant files of the formats it knows, recognised by their content.</summary>
public interface IGrantFileReader
{
    /// <summary>Reads a whole file. Never throws for what the file contains: that is what <see cref="GrantFile.Faults"/> are for.</summary>
    /// <param name="content">A seekable stream.</param>
    /// <param name="fileName">For the extension and messages.</param>
    /// <param name="mapping">What its headings mean; null for the formats that are known.</param>
    /// <param name="encoding">What its letters are written in that are not UTF-8; null to find out, or as the mapping says.</param>
    /// <param name="today">No award may lie in the future.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    GrantFile Read(
        Stream content,
        string fileName,
        TableMapping? mapping,
        string? encoding,
        DateOnly today,
        CancellationToken cancellationToken
    );
}
