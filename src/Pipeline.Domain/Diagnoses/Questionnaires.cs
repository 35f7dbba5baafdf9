using Pipeline.Domain.Common;

namespace Pipeline.Domain.Diagnoses;

/// <summary>The questionnaires that there are.</summary>
public static class Questionnaires
{
    /// <summary>In the order in which they are offered.</summary>
    public static readonly IReadOnlyList<Questionnaire> All =
    [
        ProjectReadiness.Questionnaire,
        ProfessionalSituations.Questionnaire,
    ];

    /// <summary>The questionnaire of a code.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_code</c>.</exception>
    public static Questionnaire Find(string code, string field) =>
        All.First(q => q.Code == Guard.KnownCode(code, field, All.Select(known => known.Code)));
}
