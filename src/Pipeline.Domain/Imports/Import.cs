using Pipeline.Domain.Common;

namespace Pipeline.Domain.Imports;

/// <summary>A file that was taken into a portfolio: what it did, what was said of it, and what was left out. Written once; it can be taken back.</summary>
public sealed class Import : IAppendOnly
{
    private readonly List<ImportedRow> _rows = [];

    private Import() { }

    /// <summary>A file that has just been taken in.</summary>
    /// <param name="portfolioId">Where to.</param>
    /// <param name="fileName">As it was sent.</param>
    /// <param name="format">The recognised format.</param>
    /// <param name="onError">What became of wrong rows.</param>
    /// <param name="mapping">The mapping that it was read by; null without one.</param>
    /// <param name="rows">What the rows did that did something.</param>
    public Import(
        Guid portfolioId,
        string fileName,
        string format,
        ErrorHandling onError,
        string? mapping,
        ImportCounts counts,
        IReadOnlyList<ImportRemark> errors,
        IReadOnlyList<ImportRemark> notices,
        RejectedRows rejected,
        IEnumerable<ImportedRow> rows,
        Guid recordedBy,
        DateTimeOffset now
    )
    {
        Id = Guid.CreateVersion7(now);
        (PortfolioId, Format, OnError, Mapping) = (portfolioId, format, onError, mapping);
        FileName = fileName.Length <= Limits.Name ? fileName : fileName[..Limits.Name];
        (Counts, Errors, Notices, RejectedRows) = (counts, errors, notices, rejected);
        _rows.AddRange(rows);
        (RecordedBy, RecordedAt) = (recordedBy, now);
    }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>Where to.</summary>
    public Guid PortfolioId { get; private init; }

    /// <summary>As it was sent; of a very long name the beginning.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>The recognised format, for example <c>360giving.csv</c>.</summary>
    public string Format { get; private init; } = "";

    /// <summary>What became of wrong rows.</summary>
    public ErrorHandling OnError { get; private init; }

    /// <summary>The mapping that it was read by; null without one.</summary>
    public string? Mapping { get; private init; }

    /// <summary>What it did, in figures.</summary>
    public ImportCounts Counts { get; private init; } = new(0, 0, 0, 0, 0, 0, 0);

    /// <summary>What was wrong with the rows that were left out, equal ones grouped.</summary>
    public IReadOnlyList<ImportRemark> Errors { get; private init; } = [];

    /// <summary>What was taken differently from how it is written, equal ones grouped.</summary>
    public IReadOnlyList<ImportRemark> Notices { get; private init; } = [];

    /// <summary>The rows that were left out.</summary>
    public RejectedRows RejectedRows { get; private init; } = RejectedRows.None;

    /// <summary>What the rows did that did something.</summary>
    public IReadOnlyCollection<ImportedRow> Rows => _rows;

    /// <summary>Who brought it in.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>That it was taken back; null while it stands.</summary>
    public ImportReversal? Reversal { get; private set; }

    /// <summary>Notes that it is taken back; what it made is taken back beside.</summary>
    /// <exception cref="RefusedException"><c>import_reversed</c>.</exception>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>.</exception>
    public void Reverse(string? reason, Guid recordedBy, DateTimeOffset now)
    {
        if (Reversal is not null)
            throw ImportRefusals.AlreadyReversed.Exception();
        Reversal = new(Id, reason, recordedBy, now);
    }
}
