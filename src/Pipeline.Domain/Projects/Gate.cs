using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Projects;

/// <summary>The passage out of a phase and all that it looks at. Every criterion is judged, never only the first that fails.</summary>
/// <param name="From">The phase that is left.</param>
/// <param name="Criteria">In the order they are shown.</param>
public sealed record Gate(Phase From, IReadOnlyList<Criterion> Criteria)
{
    /// <summary>Judges all criteria on these facts, with the portfolio's severities and thresholds.</summary>
    public IReadOnlyList<JudgedCriterion> Judge(GateFacts facts, LifecyclePolicy policy) =>
        [
            .. Criteria.Select(c =>
            {
                var finding = c.Check(facts, policy);
                return new JudgedCriterion(c.Code, c.Sentence, policy.SeverityOf(c), finding.Met, finding.Detail);
            }),
        ];

    /// <summary>What only warns on these facts and is not met; nothing else is judged.</summary>
    public IEnumerable<Criterion> Warnings(GateFacts facts, LifecyclePolicy policy) =>
        Criteria.Where(c => policy.SeverityOf(c) == Severity.Warn && !c.Check(facts, policy).Met);
}
