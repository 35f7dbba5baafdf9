using System.Globalization;
using System.Text;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Stateless.Reflection;

namespace Pipeline.Domain.Projects;

/// <summary>
/// Draws what the machine says of itself: <c>docs/lifecycle.md</c> is this text, and a test fails when it is not. The library's own drawing is one
/// flat picture of every move in every phase; two small ones can be read.
/// </summary>
public static class LifecycleDiagram
{
    private static readonly IReadOnlyList<Move> Moves =
    [
        .. Lifecycle
            .Info.States.SelectMany(state => state.FixedTransitions.Select(transition => MoveOf(state, transition)))
            .OrderBy(move => move.From.Phase)
            .ThenBy(move => move.Trigger)
            .ThenBy(move => move.From.Standing),
    ];

    /// <summary>The page: both diagrams, the table of moves, the four gates.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append(
            "# The lifecycle\n\nGenerated from what the state machine says of itself (its table: `src/Pipeline.Domain/Projects/TransitionRules.cs`) by `dotnet run --project src/Pipeline.Api -- lifecycle`.\n\n"
        );
        page.Append("## Phases\n\nEach passage to the next phase leads through a gate.\n\n```mermaid\n")
            .Append(Phases())
            .Append("```\n\n");
        page.Append(
                "## Standings\n\nThe same in every phase, but for `adopt`, which industrialisation alone has. The phase is kept.\n\n```mermaid\n"
            )
            .Append(Standings())
            .Append("```\n\n");
        page.Append(
            "## Every permitted move\n\nAll other combinations are refused by name (`transition_not_permitted`).\n\n| trigger | from | to | asks for | review |\n| --- | --- | --- | --- | --- |\n"
        );
        foreach (var move in Moves.OrderBy(m => m.Trigger).ThenBy(m => m.From.Phase).ThenBy(m => m.From.Standing))
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{Codes.Of(move.Trigger)}` | {Name(move.From)} | {Name(move.To)} | {AsksFor(move)} | {(move.Rule.NeedsNoReview ? "none" : "as the portfolio's policy says")} |\n"
            );
        page.Append(
            "\n## Gates\n\nA portfolio's policy can set each severity. `block` bars the way unless a manager waives it with a reason; `warn` is shown and recorded; `ignore` is only shown.\n"
        );
        foreach (var move in Moves.Where(m => m.Guards.Count > 0))
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n### {Codes.Of(move.From.Phase)} → {Codes.Of(move.To.Phase)}\n\n| code | criterion | critère | default |\n| --- | --- | --- | --- |\n"
            );
            foreach (var c in move.Guards.Select(Gates.Criterion))
                page.Append(
                    CultureInfo.InvariantCulture,
                    $"| `{c.Code}` | {c.Sentence.En} | {c.Sentence.Fr} | `{Codes.Of(c.Default)}` |\n"
                );
        }
        return page.ToString();
    }

    /// <summary>Mermaid: the moves between phases, and the ends.</summary>
    public static string Phases()
    {
        var drawing = new StringBuilder("stateDiagram-v2\n    direction LR\n    [*] --> conception\n");
        foreach (var move in Moves.Where(m => m.From.Phase != m.To.Phase || m.To.Standing == Standing.Adopted))
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"    {Node(move.From)} --> {Node(move.To)}: {Codes.Of(move.Trigger)}{(move.Guards.Count == 0 ? "" : " (gate)")}\n"
            );
        return drawing.Append("    adopted --> [*]\n").ToString();
    }

    /// <summary>Mermaid: the moves that keep the phase.</summary>
    public static string Standings()
    {
        var drawing = new StringBuilder("stateDiagram-v2\n    direction LR\n    [*] --> active\n");
        foreach (
            var (from, to, trigger) in Moves
                .Where(m => m.From.Phase == m.To.Phase)
                .Select(m => (m.From.Standing, m.To.Standing, m.Trigger))
                .Distinct()
        )
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"    {Codes.Of(from)} --> {Codes.Of(to)}: {Codes.Of(trigger)}\n"
            );
        return drawing.ToString();
    }

    private static string Node(State state) =>
        Codes.Of(state.Standing == Standing.Active ? state.Phase : state.Standing);

    private static string Name(State state) => $"{Codes.Of(state.Phase)}, {Codes.Of(state.Standing)}";

    private static string AsksFor(Move move)
    {
        var asked = new List<string>();
        if (move.Guards.Count > 0)
            asked.Add("the gate met, or waivers");
        if (move.Rule.Asks == RequiredInput.Reason)
            asked.Add("a reason");
        if (move.Rule.Asks == RequiredInput.TakeOver)
            asked.Add("who takes over, and its kind");
        if (move.Rule.ManagersOnly)
            asked.Add("a manager");
        return asked.Count == 0 ? "nothing" : string.Join("; ", asked);
    }

    private static Move MoveOf(StateInfo state, FixedTransitionInfo transition)
    {
        var (from, trigger) = ((State)state.UnderlyingState, (Trigger)transition.Trigger.UnderlyingTrigger);
        return new(
            trigger,
            from,
            (State)transition.DestinationState.UnderlyingState,
            [.. transition.GuardConditionsMethodDescriptions.Select(guard => guard.Description)],
            TransitionRules.Of(from, trigger)
        );
    }

    // A move as the machine tells it, with the rule that says what else it asks for.
    private sealed record Move(
        Trigger Trigger,
        State From,
        State To,
        IReadOnlyList<string> Guards,
        TransitionRule Rule
    );
}
