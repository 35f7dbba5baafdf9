using System.Collections.Concurrent;
using Pipeline.Domain.Phases;
using Stateless.Reflection;

namespace Pipeline.Domain.Projects;

/// <summary>
/// May I, why not, what else and where to: all asked of one machine, which also draws itself (<see cref="LifecycleDiagram"/>), so
/// no answer can contradict another (docs/adr/0002). All that is not permitted is refused by name.
/// </summary>
public static class Lifecycle
{
    // One a thread, because the library's machine is not made for several; kept, because to configure one takes about a millisecond.
    private static readonly ThreadLocal<LifecycleMachine> OfThisThread = new(() => new());

    // What the machine answered before any gate is judged: always the same, and asked of each trigger whenever a project is shown.
    private static readonly ConcurrentDictionary<(State From, Trigger Trigger), bool> Known = new();

    private static LifecycleMachine Machine => OfThisThread.Value!;

    /// <summary>What the machine says of itself.</summary>
    internal static StateMachineInfo Info => Machine.Info;

    /// <summary>The rule by which a trigger moves from a state, gates left aside; null when the machine refuses it.</summary>
    public static TransitionRule? Find(State from, Trigger trigger) =>
        Knows(from, trigger) ? TransitionRules.Of(from, trigger) : null;

    /// <summary>The triggers that a state permits, gates left aside.</summary>
    /// <remarks>Asked one by one: the library's own list leaves out what a guard closes.</remarks>
    public static IReadOnlyList<Trigger> PermittedFrom(State state) =>
        [.. Enum.GetValues<Trigger>().Where(trigger => Knows(state, trigger))];

    /// <summary>The codes of every criterion that bars this move; empty when none does, or when the state does not permit the trigger at all.</summary>
    public static IReadOnlyCollection<string> Unmet(State from, Trigger trigger, GateQuestion question)
    {
        Machine.CanFire(from, trigger, question, out var unmet);
        return [.. unmet ?? []];
    }

    /// <summary>Where firing this trigger leads.</summary>
    /// <exception cref="InvalidOperationException">It is not permitted: whoever fires has asked before, so this is a fault in the program.</exception>
    public static State Fire(State from, Trigger trigger, GateQuestion question) =>
        Machine.Fire(from, trigger, question);

    // A gate that is closed to the question still belongs to a trigger that the state knows.
    private static bool Knows(State from, Trigger trigger) =>
        Known.GetOrAdd(
            (from, trigger),
            static asked =>
                Machine.CanFire(asked.From, asked.Trigger, GateQuestion.Unjudged, out var unmet)
                || unmet is { Count: > 0 }
        );
}
