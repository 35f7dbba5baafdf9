using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>One thing that a gate looks at.</summary>
/// <param name="Code">Stable code, for example <c>need.described</c>.</param>
/// <param name="Sentence">What has to hold, as a sentence.</param>
/// <param name="Default">The severity where a portfolio's policy is silent.</param>
/// <param name="Check">The predicate over the facts.</param>
public sealed record Criterion(
    string Code,
    Text Sentence,
    Severity Default,
    Func<GateFacts, LifecyclePolicy, Finding> Check
);
