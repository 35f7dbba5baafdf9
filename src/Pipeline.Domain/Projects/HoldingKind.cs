using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>How a portfolio holds a project.</summary>
public enum HoldingKind
{
    /// <summary>Its policy rules the project's gates, its managers decide. One a project.</summary>
    [Label("Lead", "Chef de file")]
    Lead = 1,

    /// <summary>It takes part in funding.</summary>
    [Label("Co-funder", "Cofinanceur")]
    CoFunder,
}
