using Pipeline.Domain.Common;

namespace Pipeline.Domain.Diagnoses;

/// <summary>A questionnaire by which people place themselves.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Version">
/// Raised when its questions change. Answers keep the number of the one that they were given to, which itself is not kept: they are shown by the questions that are
/// still there, and compared with answers of the same version alone.
/// </param>
public sealed record Questionnaire(string Code, int Version, Text Title, IReadOnlyList<QuestionnaireSection> Sections)
{
    /// <summary>All questions with their sections, in order.</summary>
    public IEnumerable<(QuestionnaireSection Section, Question Question)> Questions =>
        Sections.SelectMany(s => s.Questions.Select(q => (s, q)));
}
