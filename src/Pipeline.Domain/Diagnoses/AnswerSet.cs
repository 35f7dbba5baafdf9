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

    /// <summary>Where a section's answers are on the scale; null where none of it was answered.</summary>
    public SectionPosition? PositionIn(QuestionnaireSection section) => SectionPosition.Of(LevelsIn(section));

    /// <summary>
    /// What has become of a section since the answers before; null where no question of it was answered both times, and where the questionnaire had another version
    /// then: its questions were others.
    /// </summary>
    public SectionChange? ChangeIn(QuestionnaireSection section, AnswerSet former)
    {
        if (former.Questionnaire != Questionnaire || former.Version != Version)
            return null;
        var both = section
            .Questions.Select(q => (Then: former.LevelOf(q.Code), Now: LevelOf(q.Code)))
            .Where(q => q is { Then: not null, Now: not null })
            .ToList();
        return SectionPosition.Of([.. both.Select(q => q.Then!.Value)]) is { } position
            ? new(position, both.Count(q => q.Now > q.Then), both.Count(q => q.Now < q.Then))
            : null;
    }

    /// <summary>The answers of a section.</summary>
    public IReadOnlyList<Mastery> LevelsIn(QuestionnaireSection section) =>
        [.. section.Questions.Select(q => LevelOf(q.Code)).OfType<Mastery>()];

    /// <summary>What is not practised yet, in the questionnaire's order.</summary>
    public IEnumerable<(QuestionnaireSection Section, Question Question, Mastery Level)> Gaps() =>
        from q in Questionnaires.Find(Questionnaire, "questionnaire").Questions
        let level = LevelOf(q.Question.Code)
        where level <= HighestGap
        select (q.Section, q.Question, level.Value);

    private Mastery? LevelOf(string question) => Answers.FirstOrDefault(a => a.Question == question)?.Level;
}
