using System.Globalization;
using Pipeline.Application.Exports;
using Pipeline.Application.Imports;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;
using Pipeline.Infrastructure.Files.Tables;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>The commitments' sheet: rows with an id are written once and may not differ; a row without one is a new commitment.</summary>
internal sealed class CommitmentSheet(
    SourceTable? table,
    PortfolioSheets current,
    HashSet<Guid> stale,
    Language language
) : SheetEdits<CommitmentRow>(table, Columns.Commitments, language, stale)
{
    private static readonly string[] NotYet =
    [
        "delivered",
        "provider",
        "providerKind",
        "cancelledOn",
        "cancellationReason",
        "resultIndicators",
        "repaid",
        "agreementSignedOn",
        "alliance",
        "programme",
        "agreementId",
        "allianceId",
        "programmeId",
    ];

    // They are of records of their own, which change without the project's version.
    private static readonly string[] OfOthers = ["repaid", "agreementSignedOn", "alliance", "programme"];

    private readonly Dictionary<Guid, CommitmentRow> _current = current.Commitments.ToDictionary(c => c.Id);
    private readonly HashSet<Guid> _seen = [];

    public List<CommitmentEdit> Edits { get; } = [];

    /// <summary>What the sheet adds up to: amounts, and of cancelled commitments what was delivered.</summary>
    public long CountedCents { get; private set; }

    protected override IReadOnlyList<string> Required =>
        ["projectCode", "funder", "phase", "lever", "nature", "amount", "agreedOn", "id", "version"];

    protected override bool Take(SourceRow row) => Cell(row, "id").Length > 0 ? TakeKnown(row) : TakeNew(row);

    private bool TakeKnown(SourceRow row)
    {
        if (IdOf(row, "id", _current.ContainsKey) is not { } id)
            return false;
        if (!_seen.Add(id))
        {
            Fault(row, "id", WorkbookRefusals.CommitmentTwice);
            return false;
        }
        var known = _current[id];
        if (!IsCurrent(row, known.ProjectId, known.ProjectVersion))
            return false;
        var changed = Changed(row, known).Except(OfOthers).ToList();
        foreach (var key in changed)
            Fault(row, key, WorkbookRefusals.AppendOnly.With(Cell(row, key)));
        CountedCents += known.CommittedCents;
        if (changed.Count == 0)
            Unchanged++;
        return true;
    }

    private bool TakeNew(SourceRow row)
    {
        if (ProjectOf(row, current.Projects) is not { } project)
            return false;
        if (Cell(row, "version").Length > 0 && !IsCurrent(row, project.Id, project.Version))
            return false;
        NotEditable(row, NotYet.Where(k => Cell(row, k).Length > 0));
        var funder = OnOneLine(row, "funder");
        if (funder.Length == 0)
            Fault(row, "funder", RowRefusals.EmptyCell);
        var (phase, lever, nature) = (
            Code<Phase>(row, "phase"),
            Code<Lever>(row, "lever"),
            Code<Nature>(row, "nature")
        );
        var (cents, agreed) = (Cents(row, "amount", current.Currency), Day(row, "agreedOn", required: true));
        var (starts, ends) = (Day(row, "startsOn"), Day(row, "endsOn"));
        var reference = OnOneLine(row, "reference") is { Length: > 0 } given ? given : null;
        var instrument = Cell(row, "instrument").Length > 0 ? Code<Instrument>(row, "instrument") : Instrument.Grant;
        if (instrument is null || phase is null || lever is null || nature is null || cents is null || agreed is null)
            return false;
        Edits.Add(
            new(
                Edited(row),
                project.Id,
                funder,
                lever.Value,
                phase.Value,
                nature.Value,
                cents.Value,
                agreed.Value,
                starts,
                ends,
                HoursOf(row),
                reference,
                instrument.Value
            )
        );
        CountedCents += cents.Value;
        Created++;
        return true;
    }

    private decimal? HoursOf(SourceRow row)
    {
        var text = Cell(row, "hours");
        if (text.Length == 0)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours))
            return hours;
        Fault(row, "hours", WorkbookRefusals.InvalidHours.With(text));
        return null;
    }
}
