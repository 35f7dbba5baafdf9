using Pipeline.Domain.Common;

namespace Pipeline.Domain.Diagnoses;

/// <summary>How somebody placed a project on a day: append-only, told by section and never as one figure.</summary>
/// <param name="Questionnaire">The questionnaire's code.</param>
/// <param name="Version">The questionnaire's version.</param>
/// <param name="Answers">One a question at most; what is left out is not placed.</param>
/// <param name="Note">What is to be remembered beside.</param>
public sealed record AnswerSet(string Questionnaire, int Version, IReadOnlyList<Answer> Answers, string? Note)
{
    // Nothing of it, or first steps only.
    private const Mastery HighestGap = Mastery.Begun;

    /// <summary>Held against its questionnaire, the note trimmed.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>unknown_code</c>, <c>duplicate</c>, <c>too_long</c>.</exception>
    public AnswerSet Checked()
    {
        var known = Questionnaires.Find(Questionnaire, "questionnaire").Questions.Select(q => q.Question.Code).ToList();
        if (Answers.Count == 0)
            throw CommonRefusals.Required.With("answers").At("answers");
        for (var i = 0; i < Answers.Count; i++)
        {
            var code = Guard.KnownCode(Answers[i].Question, $"answers[{i}].question", known);
            if (Answers.Take(i).Any(a => a.Question == code))
                throw CommonRefusals.Duplicate.With(code).At($"answers[{i}].question");
        }
        return this with { Note = Guard.Optional(Note, "note", Limits.Pages) };
    }

    /// <summary>Where a section's answers are on the scale, 0 to 3; null where none of it was answered.</summary>
    public decimal? PositionIn(QuestionnaireSection section)
    {
        var levels = LevelsIn(section).ToList();
        return levels.Count == 0 ? null : decimal.Round(levels.Average(l => (decimal)(int)l), 2);
    }

    /// <summary>The answers of a section.</summary>
    public IEnumerable<Mastery> LevelsIn(QuestionnaireSection section) =>
        section.Questions.Select(q => LevelOf(q.Code)).OfType<Mastery>();

    /// <summary>What is not practised yet, in the questionnaire's order.</summary>
    public IEnumerable<(QuestionnaireSection Section, Question Question, Mastery Level)> Gaps() =>
        from q in Questionnaires.Find(Questionnaire, "questionnaire").Questions
        let level = LevelOf(q.Question.Code)
        where level <= HighestGap
        select (q.Section, q.Question, level.Value);

    private Mastery? LevelOf(string question) => Answers.FirstOrDefault(a => a.Question == question)?.Level;
}
