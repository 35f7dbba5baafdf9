using System.Globalization;
using System.Text;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Projects;

/// <summary>Draws the table: <c>docs/lifecycle.md</c> is this text, and a test fails when it is not.</summary>
public static class LifecycleDiagram
{
    /// <summary>The page: both diagrams, the table of moves, the four gates.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append(
            "# The lifecycle\n\nGenerated from the table in `src/Pipeline.Domain/Projects/Lifecycle.cs` by `dotnet run --project src/Pipeline.Api -- lifecycle`.\n\n"
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
        foreach (
            var move in Lifecycle.Rules.OrderBy(m => m.Trigger).ThenBy(m => m.From.Phase).ThenBy(m => m.From.Standing)
        )
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{Codes.Of(move.Trigger)}` | {Name(move.From)} | {Name(move.To)} | {AsksFor(move)} | {(move.NeedsNoReview ? "none" : "as the portfolio's policy says")} |\n"
            );
        page.Append(
            "\n## Gates\n\nA portfolio's policy can set each severity. `block` bars the way unless a manager waives it with a reason; `warn` is shown and recorded; `ignore` is only shown.\n"
        );
        foreach (var gate in Projects.Phases.All.Select(Gates.After).OfType<Gate>())
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n### {Codes.Of(gate.From)} → {Codes.Of(gate.From.Next()!.Value)}\n\n| code | criterion | critère | default |\n| --- | --- | --- | --- |\n"
            );
            foreach (var c in gate.Criteria)
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
        foreach (
            var move in Lifecycle.Rules.Where(m => m.From.Phase != m.To.Phase || m.To.Standing == Standing.Adopted)
        )
            drawing.Append(
                CultureInfo.InvariantCulture,
                $"    {Node(move.From)} --> {Node(move.To)}: {Codes.Of(move.Trigger)}{(move.Gate is null ? "" : " (gate)")}\n"
            );
        return drawing.Append("    adopted --> [*]\n").ToString();
    }

    /// <summary>Mermaid: the moves that keep the phase.</summary>
    public static string Standings()
    {
        var drawing = new StringBuilder("stateDiagram-v2\n    direction LR\n    [*] --> active\n");
        foreach (
            var (from, to, trigger) in Lifecycle
                .Rules.Where(m => m.From.Phase == m.To.Phase)
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

    private static string AsksFor(TransitionRule move)
    {
        var asked = new List<string>();
        if (move.Gate is not null)
            asked.Add("the gate met, or waivers");
        if (move.Asks == RequiredInput.Reason)
            asked.Add("a reason");
        if (move.Asks == RequiredInput.TakeOver)
            asked.Add("who takes over, and its kind");
        if (move.ManagersOnly)
            asked.Add("a manager");
        return asked.Count == 0 ? "nothing" : string.Join("; ", asked);
    }
}
