using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Closings;

/// <summary>
/// A project with those of its records that two views of a portfolio may differ in. It counts as the dashboard counts (<see cref="Ledgers.AsOfView"/>), with
/// whatever of it is present at a moment: so each record's effect is what it changes when it comes in, and nothing is left over.
/// </summary>
internal sealed class ChangedProject
{
    /// <summary>It had been entered, and begun.</summary>
    public required Presence Begun { get; init; }

    /// <summary>It had been taken back.</summary>
    public required Presence Voided { get; init; }

    /// <summary>Its places in the portfolio.</summary>
    public List<(HoldingKind Kind, Presence Held, Presence Ended)> Holdings { get; } = [];

    /// <summary>Between which instants the portfolio was known to hold it; no second one where it still is.</summary>
    public List<(DateTimeOffset RecordedAt, DateTimeOffset? EndedAt)> Stays { get; } = [];

    /// <summary>Versions of its plan, the one that holds last: by day and number.</summary>
    public List<(IReadOnlyList<PlanLine> Lines, Presence Presence)> Plans { get; } = [];

    /// <summary>Its moves, in order.</summary>
    public List<(Phase Phase, Standing Standing, Presence Presence)> Moves { get; } = [];

    /// <summary>What the portfolio's books say of it.</summary>
    public List<ChangedCommitment> Commitments { get; } = [];

    /// <summary>Whether the portfolio holds it.</summary>
    public bool IsHeld => Holdings.Exists(IsIn);

    /// <summary>Whether the portfolio was known to hold it at an instant, that of leaving included.</summary>
    public bool WasHeld(DateTimeOffset at) => Stays.Exists(s => s.RecordedAt <= at && !(s.EndedAt < at));

    /// <summary>When the portfolio last held it; null where it still does, or never did.</summary>
    public DateTimeOffset? LeftAt => Stays.Exists(s => s.EndedAt is null) ? null : Stays.Max(s => s.EndedAt);

    /// <summary>What it is on the dashboard now.</summary>
    public ChangedFigures Figures
    {
        get
        {
            var figures = new ChangedFigures();
            if (IsHeld && Begun.Now)
                figures.State = Moves.FindLast(m => m.Presence.Now) is { Presence: not null } last
                    ? (last.Phase, last.Standing)
                    : (Phase.Conception, Standing.Active);
            // A plan counts in the lead portfolio alone.
            if (Holdings.Exists(h => h.Kind == HoldingKind.Lead && IsIn(h)))
                foreach (var line in Plans.FindLast(p => p.Presence.Now).Lines ?? [])
                    figures.Add(Basis.Planned, line.Phase, line.Lever, line.Cents);
            if (!Voided.Now)
                foreach (var commitment in Commitments)
                    commitment.AddTo(figures);
            return figures;
        }
    }

    private bool IsIn((HoldingKind Kind, Presence Held, Presence Ended) holding) =>
        !Voided.Now && holding.Held.Now && !holding.Ended.Now;
}
