using Pipeline.Domain.Common;

namespace Pipeline.Domain.Observatory;

/// <summary>Through whose eyes a fragility is seen: by data, or by those who were asked (ECO l.546-568).</summary>
public enum Viewpoint
{
    /// <summary>Measured.</summary>
    [Label("Objective data", "Données objectives")]
    Objective = 1,

    /// <summary>As citizens perceive it.</summary>
    [Label("Citizens", "Citoyens")]
    Citizens,

    /// <summary>As local elected representatives perceive it.</summary>
    [Label("Local elected representatives", "Élus locaux")]
    LocalElected,

    /// <summary>As leaders of companies perceive it.</summary>
    [Label("Leaders of companies", "Dirigeants d'entreprise")]
    CompanyLeaders,

    /// <summary>As leaders of associations perceive it.</summary>
    [Label("Leaders of associations", "Responsables associatifs")]
    AssociationLeaders,

    /// <summary>As leaders of foundations perceive it.</summary>
    [Label("Leaders of foundations", "Responsables de fondations")]
    FoundationLeaders,
}
