using Pipeline.Domain.Common;

namespace Pipeline.Domain.Documents;

/// <summary>What a document is to its project.</summary>
public enum DocumentKind
{
    /// <summary>Shows that something happened, or holds.</summary>
    [Label("Evidence", "Preuve")]
    Evidence = 1,

    /// <summary>What funder and project agreed.</summary>
    [Label("Agreement", "Convention")]
    Agreement,

    /// <summary>What the project tells its funders.</summary>
    [Label("Report", "Rapport")]
    Report,

    /// <summary>What an evaluator found.</summary>
    [Label("Evaluation", "Évaluation")]
    Evaluation,

    /// <summary>Anything else.</summary>
    [Label("Other", "Autre")]
    Other,
}
