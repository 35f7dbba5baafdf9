using Pipeline.Domain.Common;

namespace Pipeline.Domain.Diagnoses;

/// <summary>Questions that belong together, and are placed together.</summary>
/// <param name="Code">Unique within its questionnaire.</param>
/// <param name="Label">What they are about.</param>
/// <param name="Group">What several sections come under; null where nothing.</param>
/// <param name="Citation">The source and line.</param>
public sealed record QuestionnaireSection(
    string Code,
    Text Label,
    Text? Group,
    string Citation,
    IReadOnlyList<Question> Questions
);
