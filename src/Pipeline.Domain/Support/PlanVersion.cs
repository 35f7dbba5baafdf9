using Pipeline.Domain.Common;

namespace Pipeline.Domain.Support;

/// <summary>A version of the planned ledger: one amount for each phase and lever. A new plan is a new version, the old ones stay: on any day the one holds that counts from the latest day until then.</summary>
public sealed class PlanVersion : IAppendOnly
{
    private readonly List<PlanLine> _lines = [];

    private PlanVersion() { }

    /// <summary>The next version of a project's plan.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="number">The last version's number plus one.</param>
    /// <param name="projectStart">The day the project began: nothing is planned for it before.</param>
    /// <param name="effectiveOn">The day it counts from, today at the latest.</param>
    /// <param name="lines">May be empty: then nothing is planned any more.</param>
    /// <param name="recordedBy">Who wrote it.</param>
    /// <param name="now">When (UTC).</param>
    /// <exception cref="InvalidValueException"><c>amount_not_positive</c>, <c>amount_too_large</c>, <c>date_in_future</c>, <c>before_start</c>, <c>out_of_range</c>; <c>duplicate_line</c>: a phase and lever twice.</exception>
    public PlanVersion(
        Guid projectId,
        int number,
        DateOnly projectStart,
        DateOnly effectiveOn,
        IReadOnlyList<PlannedAmount> lines,
        Guid recordedBy,
        DateTimeOffset now
    )
    {
        Id = Guid.CreateVersion7(now);
        (ProjectId, Number, RecordedBy, RecordedAt) = (projectId, number, recordedBy, now);
        EffectiveOn = Guard.Day(Guard.NotInFuture(effectiveOn, now, "effectiveOn"), "effectiveOn");
        Guard.NotBefore(EffectiveOn, projectStart, "effectiveOn", CommonRefusals.BeforeStart);
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
        {
            Money.CheckedCents(line.Cents, $"lines[{i}].amount");
            if (_lines.Exists(l => l.Phase == line.Phase && l.Lever == line.Lever))
                throw PlanRefusals.DuplicateLine.At($"lines[{i}]");
            _lines.Add(new PlanLine(Id, line));
        }
    }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>The project.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>From 1 within the project.</summary>
    public int Number { get; private init; }

    /// <summary>The day it counts from. Of two versions of one day the one with the higher <see cref="Number"/> holds.</summary>
    public DateOnly EffectiveOn { get; private init; }

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Who wrote it.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>The amounts.</summary>
    public IReadOnlyCollection<PlanLine> Lines => _lines;
}
