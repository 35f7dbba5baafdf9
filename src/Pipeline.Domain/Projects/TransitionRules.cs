using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Projects;

/// <summary>
/// The one table of every permitted move. <see cref="LifecycleMachine"/> is configured from it; what the machine has no words for
/// (inputs, roles, review) is read here, beside the machine (docs/adr/0002).
/// </summary>
internal static class TransitionRules
{
    private static readonly Dictionary<(State, Trigger), TransitionRule> Table = Rows()
        .ToDictionary(rule => (rule.From, rule.Trigger));

    /// <summary>Every rule, in the order of phases.</summary>
    public static IReadOnlyCollection<TransitionRule> All => Table.Values;

    /// <summary>The rule of a move.</summary>
    /// <exception cref="KeyNotFoundException">The table has no such move.</exception>
    public static TransitionRule Of(State from, Trigger trigger) => Table[(from, trigger)];

    private static IEnumerable<TransitionRule> Rows()
    {
        foreach (var phase in PhaseOrder.All)
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
