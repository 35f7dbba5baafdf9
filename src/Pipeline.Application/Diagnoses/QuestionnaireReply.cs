using Pipeline.Domain.Common;
using Pipeline.Domain.Diagnoses;

namespace Pipeline.Application.Diagnoses;

/// <summary>A questionnaire.</summary>
/// <param name="Version">Raised when its questions change.</param>
/// <param name="Title">In the caller's language.</param>
public sealed record QuestionnaireReply(
    string Code,
    int Version,
    string Title,
    IReadOnlyList<QuestionnaireSectionReply> Sections,
    IReadOnlyList<MasteryReply> Scale
)
{
    internal static QuestionnaireReply From(Questionnaire q, Language language) =>
        new(
            q.Code,
            q.Version,
            q.Title.In(language),
            [
                .. q.Sections.Select(s => new QuestionnaireSectionReply(
                    s.Code,
                    s.Label.In(language),
                    s.Group?.In(language),
                    s.Citation,
                    [.. s.Questions.Select(a => new QuestionReply(a.Code, a.Label.In(language), a.Criteria))]
                )),
            ],
            [.. Enum.GetValues<Mastery>().Select(m => new MasteryReply(Codes.Of(m), Labels.Of(m).In(language), (int)m))]
        );
}

/// <summary>Questions that belong together.</summary>
/// <param name="Group">What several sections come under; null where nothing.</param>
/// <param name="Citation">The source and line.</param>
public sealed record QuestionnaireSectionReply(
    string Code,
    string Label,
    string? Group,
    string Citation,
    IReadOnlyList<QuestionReply> Questions
);

/// <summary>A question.</summary>
/// <param name="Criteria">Gate criteria that it touches.</param>
public sealed record QuestionReply(string Code, string Label, IReadOnlyList<string> Criteria);

/// <summary>A degree of the scale.</summary>
/// <param name="Value">0 to 3.</param>
public sealed record MasteryReply(string Code, string Label, int Value);
