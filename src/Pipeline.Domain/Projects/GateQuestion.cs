namespace Pipeline.Domain.Projects;

/// <summary>What comes with a trigger to a gate: the criteria as judged, and what is waived. The machine's guards ask it, one a criterion.</summary>
/// <param name="Criteria">The gate as judged on the day's facts; empty where the move has no gate.</param>
/// <param name="Waivers">Criteria that are waived, whoever may grant that.</param>
public sealed record GateQuestion(IReadOnlyList<JudgedCriterion> Criteria, IReadOnlyList<Waiver> Waivers)
{
    /// <summary>Nothing judged and nothing waived: every gate is closed to it.</summary>
    public static GateQuestion Unjudged { get; } = new([], []);

    /// <summary>Whether a criterion lets this pass: judged, and either not blocking or waived.</summary>
    public bool Passes(string criterion) =>
        Criteria.Any(c => c.Code == criterion && (!c.Blocks || Waivers.Any(w => w.Criterion == criterion)));
}
