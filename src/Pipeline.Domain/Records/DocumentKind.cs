namespace Pipeline.Domain.Records;

/// <summary>What a versioned document is (docs/adr/0030). Stored as a number and published as the first part of its event's name: members are added, never renamed.</summary>
public enum DocumentKind
{
    /// <summary>What a fund and a project agreed on beside money; one for each portfolio.</summary>
    Agreement = 1,

    /// <summary>An alliance of a project; a project has many.</summary>
    Alliance,

    /// <summary>The risks of a project's passages.</summary>
    Risks,

    /// <summary>Something that a project brings about; a project has many.</summary>
    Impact,

    /// <summary>How a project lives.</summary>
    CurrentEconomics,

    /// <summary>How a project is to live, and the way there.</summary>
    TargetEconomics,

    /// <summary>The indicators that a portfolio asks for; one list a portfolio.</summary>
    Indicators,

    /// <summary>What a project aims at, by indicator.</summary>
    IndicatorTargets,

    /// <summary>The evaluations that a project plans.</summary>
    EvaluationPlan,

    /// <summary>What was submitted on a period, and what became of it; a project has one for each.</summary>
    ProgressReport,

    /// <summary>What is being written on a period; a project has one for each.</summary>
    ProgressDraft,

    /// <summary>A path that a portfolio offers; a portfolio has many.</summary>
    Programme,

    /// <summary>Those who go along a programme together; a portfolio has many.</summary>
    Cohort,

    /// <summary>Somebody's way with a cohort; a portfolio has many.</summary>
    Participation,

    /// <summary>An organisation in the register of catalysts, which is nobody's own.</summary>
    Catalyst,
}
