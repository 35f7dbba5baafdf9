namespace Pipeline.Domain.Records;

/// <summary>What a fact says (docs/adr/0030). Stored as a number and published as the first part of its event's name: members are added, never renamed.</summary>
public enum FactKind
{
    /// <summary>Money that came back on a loan or on equity; about a commitment.</summary>
    Repayment = 1,

    /// <summary>What somebody found who looked at an impact.</summary>
    ImpactReading,

    /// <summary>What an indicator was; about the project.</summary>
    IndicatorReading,

    /// <summary>How a project placed itself; its owners and managers alone see it.</summary>
    Diagnosis,
}
