namespace Pipeline.Api.Problems;

/// <summary>The refusal that a request was answered with, for what stands outside of its reply.</summary>
/// <param name="Refusal">What was refused.</param>
/// <param name="Faults">The code of every single fault.</param>
internal sealed record AnsweredRefusal(HttpRefusal Refusal, IReadOnlyList<string> Faults);
