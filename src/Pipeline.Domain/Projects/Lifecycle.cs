namespace Pipeline.Domain.Projects;

/// <summary>What a move asks of whoever reports it, besides its date.</summary>
public enum RequiredInput
{
    /// <summary>Nothing more.</summary>
    Nothing = 1,

    /// <summary>A reason.</summary>
    Reason,

    /// <summary>Who takes the project over, and as what.</summary>
    TakeOver,
}

/// <summary>One permitted move.</summary>
/// <param name="Trigger">What is asked.</param>
/// <param name="From">Where from.</param>
/// <param name="To">Where to.</param>
public sealed record TransitionRule(Trigger Trigger, State From, State To)
{
    /// <summary>The gate to pass; null when the move has none.</summary>
    public Gate? Gate { get; init; }

    /// <summary>What has to come with it.</summary>
    public RequiredInput Asks { get; init; } = RequiredInput.Nothing;

    /// <summary>Only managers of the lead portfolio may report it.</summary>
    public bool ManagersOnly { get; init; }

    /// <summary>Takes effect at once whatever the portfolio's policy says: a pause needs no review.</summary>
    public bool NeedsNoReview { get; init; }
}

/// <summary>
/// The machine: one table of every permitted move. All else is refused by name. It answers may-I, why-not and what-else,
/// and draws itself (<see cref="LifecycleDiagram"/>), so no answer can contradict another (docs/adr/0002).
/// </summary>
public static class Lifecycle
{
    private static readonly Dictionary<(State, Trigger), TransitionRule> Table = Configure()
        .ToDictionary(m => (m.From, m.Trigger));

    /// <summary>Every permitted move, in the order of phases.</summary>
    public static IReadOnlyCollection<TransitionRule> Rules => Table.Values;

    /// <summary>The move that a trigger makes from a state; null when it is refused.</summary>
    public static TransitionRule? Find(State from, Trigger trigger) => Table.GetValueOrDefault((from, trigger));

    /// <summary>The triggers that a state permits, gates left aside.</summary>
    public static IReadOnlyList<Trigger> PermittedFrom(State state) =>
        [.. Enum.GetValues<Trigger>().Where(t => Find(state, t) is not null)];

    private static IEnumerable<TransitionRule> Configure()
    {
        foreach (var phase in Phases.All)
        {
            State active = new(phase, Standing.Active),
                held = new(phase, Standing.OnHold),
                stopped = new(phase, Standing.Stopped);

            if (phase.Next() is { } next)
            {
                yield return new(Trigger.Advance, active, active with { Phase = next }) { Gate = Gates.After(phase) };
                if (phase.Previous() is { } previous)
                    yield return new(Trigger.StepBack, active, active with { Phase = previous })
                    {
                        Asks = RequiredInput.Reason,
                    };
            }

            yield return new(Trigger.Hold, active, held) { Asks = RequiredInput.Reason, NeedsNoReview = true };
            yield return new(Trigger.Resume, held, active) { NeedsNoReview = true };
            yield return new(Trigger.Stop, active, stopped) { Asks = RequiredInput.Reason };
            yield return new(Trigger.Stop, held, stopped) { Asks = RequiredInput.Reason };
            yield return new(Trigger.Reopen, stopped, active) { Asks = RequiredInput.Reason, ManagersOnly = true };
        }

        State industrialised = new(Phase.Industrialisation, Standing.Active),
            adopted = industrialised with { Standing = Standing.Adopted };
        yield return new(Trigger.Adopt, industrialised, adopted) { Asks = RequiredInput.TakeOver };
        yield return new(Trigger.Reopen, adopted, industrialised) { Asks = RequiredInput.Reason, ManagersOnly = true };
    }
}
