using Pipeline.Domain.Phases;
using Stateless;
using Stateless.Reflection;

namespace Pipeline.Domain.Projects;

/// <summary>The state machine of <see cref="TransitionRules"/>: every phase and standing, and for each criterion of a gate one guard of its code.</summary>
/// <remarks>
/// Not safe for two threads at once: a queued fire, or a question about a state that it does not know, writes to the library's machine. <see cref="Lifecycle"/>
/// therefore keeps one a thread. Its state is stored here and set anew for each question, since a project's own state is the project's.
/// </remarks>
internal sealed class LifecycleMachine
{
    private readonly StateMachine<State, Trigger> _machine;
    private readonly StateMachine<State, Trigger>.TriggerWithParameters<GateQuestion> _advance;
    private State _state = new(Phase.Conception, Standing.Active);

    public LifecycleMachine()
    {
        // Immediate: a fire is the whole transition, and one that is refused leaves no queue behind.
        _machine = new(() => _state, state => _state = state, FiringMode.Immediate);
        _advance = _machine.SetTriggerParameters<GateQuestion>(Trigger.Advance);
        foreach (var rule in TransitionRules.All)
            if (rule.Gate is { } gate)
                _machine.Configure(rule.From).PermitIf(_advance, rule.To, [.. gate.Criteria.Select(Guard)]);
            else
                _machine.Configure(rule.From).Permit(rule.Trigger, rule.To);
    }

    /// <summary>What the machine says of itself: states, moves, and the codes of their guards.</summary>
    public StateMachineInfo Info => _machine.GetInfo();

    /// <summary>Whether a trigger may fire.</summary>
    /// <param name="unmet">The codes of all guards that are closed; null when the state does not know the trigger at all.</param>
    public bool CanFire(State from, Trigger trigger, GateQuestion question, out ICollection<string>? unmet)
    {
        _state = from;
        return trigger == Trigger.Advance
            ? _machine.CanFire(_advance, question, out unmet)
            : _machine.CanFire(trigger, out unmet);
    }

    /// <summary>Fires, and says where that leads.</summary>
    /// <exception cref="InvalidOperationException">The machine does not permit it: the state does not know the trigger, or a guard is closed.</exception>
    public State Fire(State from, Trigger trigger, GateQuestion question)
    {
        _state = from;
        if (trigger == Trigger.Advance)
            _machine.Fire(_advance, question);
        else
            _machine.Fire(trigger);
        return _state;
    }

    private static Tuple<Func<GateQuestion, bool>, string> Guard(Criterion criterion) =>
        new(question => question.Passes(criterion.Code), criterion.Code);
}
