using Pipeline.Application.Common;
using Pipeline.Application.Resources;
using Pipeline.Domain.Diagnoses;

namespace Pipeline.Application.Diagnoses;

/// <summary>How a project was placed on a day, by section; there is no figure for the whole.</summary>
/// <param name="QuestionnaireVersion">The version that was answered.</param>
/// <param name="FormerId">The answers before, which positions are shown against, question by question; null for the first ones.</param>
/// <param name="Gaps">What is not practised yet, and what helps.</param>
public sealed record DiagnosisReply(
    Guid Id,
    Guid ProjectId,
    string Questionnaire,
    int QuestionnaireVersion,
    DateOnly Date,
    IReadOnlyList<Answer> Answers,
    string? Note,
    Guid? FormerId,
    IReadOnlyList<DiagnosisSection> Sections,
    IReadOnlyList<DiagnosisGap> Gaps,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy
);

/// <summary>Where the answers of a section are.</summary>
/// <param name="Answered">How many of its questions were answered.</param>
/// <param name="Questions">How many there are.</param>
/// <param name="Position">The middle answer's degree on the scale from 0 to 3; null where nothing of it was answered.</param>
/// <param name="FormerPosition">
/// That of the answers before, by the questions alone that were answered both times in one version of the questionnaire; null where there are none.
/// </param>
/// <param name="Degrees">How many answers are on each degree of the scale; null where nothing of it was answered.</param>
/// <param name="FormerDegrees">How many of the answers that <c>formerPosition</c> tells of.</param>
/// <param name="Raised">How many of these questions are on a higher degree now.</param>
/// <param name="Lowered">How many are on a lower one.</param>
public sealed record DiagnosisSection(
    string Code,
    string Label,
    string? Group,
    int Answered,
    int Questions,
    int? Position,
    int? FormerPosition,
    SectionPosition? Degrees,
    SectionPosition? FormerDegrees,
    int? Raised,
    int? Lowered
);

/// <summary>A question whose answer is none or begun.</summary>
/// <param name="Criteria">Gate criteria that it touches.</param>
/// <param name="Resources">At most three that help with them.</param>
public sealed record DiagnosisGap(
    string Section,
    string Question,
    string Label,
    Mastery Level,
    IReadOnlyList<TouchedCriterion> Criteria,
    IReadOnlyList<ResourceLink> Resources
);

/// <summary>A gate criterion.</summary>
public sealed record TouchedCriterion(string Code, string Sentence);
