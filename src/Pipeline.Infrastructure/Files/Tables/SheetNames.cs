using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Tables;

/// <summary>The sheets' names, in the order they stand.</summary>
internal sealed record SheetNames(
    string Summary,
    string Projects,
    string Transitions,
    string Plan,
    string Commitments,
    string Deliveries,
    string Ratios,
    string Evaluations,
    string Definitions
)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<string> All =>
        [Summary, Projects, Transitions, Plan, Commitments, Deliveries, Ratios, Evaluations, Definitions];

    public static SheetNames In(Language language) =>
        language == Language.Fr
            ? new(
                "Synthèse",
                "Projets",
                "Passages",
                "Plan",
                "Engagements",
                "Versements",
                "Ratios",
                "Évaluations",
                "Définitions"
            )
            : new(
                "Summary",
                "Projects",
                "Transitions",
                "Plan",
                "Commitments",
                "Deliveries",
                "Ratios",
                "Evaluations",
                "Definitions"
            );
}
