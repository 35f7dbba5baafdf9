namespace Pipeline.Application.Diagnoses;

/// <summary>Which gaps recur in a portfolio, by questionnaire, and never whose.</summary>
/// <param name="Minimum">From how many answer sets on anything is told.</param>
public sealed record PortfolioDiagnosesReply(IReadOnlyList<RecurringGaps> Items, int Minimum);

/// <summary>The gaps of one questionnaire.</summary>
/// <param name="AnswerSets">How many projects have answered it; of each the newest answers count.</param>
/// <param name="Told">They are enough for gaps to be told.</param>
/// <param name="Gaps">Those that two projects or more have, the most frequent first.</param>
public sealed record RecurringGaps(
    string Questionnaire,
    string Title,
    int AnswerSets,
    bool Told,
    IReadOnlyList<RecurringGap> Gaps
);

/// <summary>A gap.</summary>
/// <param name="Times">How many projects have it.</param>
public sealed record RecurringGap(string Section, string Question, string Label, int Times);
