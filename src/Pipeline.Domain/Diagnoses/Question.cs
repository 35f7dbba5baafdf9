using Pipeline.Domain.Common;

namespace Pipeline.Domain.Diagnoses;

/// <summary>Something that people place themselves on.</summary>
/// <param name="Code">Unique within its questionnaire.</param>
/// <param name="Label">What it asks about.</param>
/// <param name="Criteria">Gate criteria that it touches; what helps with them helps with a gap.</param>
public sealed record Question(string Code, Text Label, IReadOnlyList<string> Criteria);
