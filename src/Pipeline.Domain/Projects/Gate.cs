using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Domain.Projects;

/// <summary>How much an unmet criterion weighs; a portfolio's policy can set it for each criterion.</summary>
public enum Severity
{
    /// <summary>Bars the way unless a manager waives it with a reason.</summary>
    Block = 1,

    /// <summary>Never bars the way, but is shown and recorded.</summary>
    Warn,

    /// <summary>Shown for the record, asks for nothing.</summary>
    Ignore,
}

/// <summary>What the facts say about one criterion.</summary>
/// <param name="Met">Whether it holds.</param>
/// <param name="Detail">The figure or fact that decided, and what would mend it.</param>
public sealed record Finding(bool Met, Text Detail);

/// <summary>One thing that a gate looks at.</summary>
/// <param name="Code">Stable code, for example <c>need.described</c>.</param>
/// <param name="Sentence">What has to hold, as a sentence.</param>
/// <param name="Default">The severity where a portfolio's policy is silent.</param>
/// <param name="Check">The predicate over the facts.</param>
public sealed record Criterion(
    string Code,
    Text Sentence,
    Severity Default,
    Func<GateFacts, PortfolioPolicy, Finding> Check
);

/// <summary>A criterion as it was judged on a day's facts; kept with the transition for ever.</summary>
public sealed record JudgedCriterion(string Code, Text Sentence, Severity Severity, bool Met, Text Detail)
{
    /// <summary>Unmet and of severity <see cref="Severity.Block"/>.</summary>
    public bool Blocks => !Met && Severity == Severity.Block;
}

/// <summary>The passage out of a phase and all that it looks at. Every criterion is judged, never only the first that fails.</summary>
/// <param name="From">The phase that is left.</param>
/// <param name="Criteria">In the order they are shown.</param>
public sealed record Gate(Phase From, IReadOnlyList<Criterion> Criteria)
{
    /// <summary>Judges all criteria on these facts, with the portfolio's severities and thresholds.</summary>
    public IReadOnlyList<JudgedCriterion> Judge(GateFacts facts, PortfolioPolicy policy) =>
        [
            .. Criteria.Select(c =>
            {
                var finding = c.Check(facts, policy);
                return new JudgedCriterion(c.Code, c.Sentence, policy.SeverityOf(c), finding.Met, finding.Detail);
            }),
        ];
}

/// <summary>A request to pass although a blocking criterion is not met, with the reason; granted by a manager's approval.</summary>
/// <param name="Criterion">The criterion's code.</param>
/// <param name="Reason">Why passing is right all the same.</param>
public sealed record Waiver(string Criterion, string Reason);
