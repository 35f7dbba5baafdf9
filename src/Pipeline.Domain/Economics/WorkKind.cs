using Pipeline.Domain.Common;

namespace Pipeline.Domain.Economics;

/// <summary>In which capacity people work for a project (RC l.467-473).</summary>
public enum WorkKind
{
    /// <summary>Paid by it.</summary>
    [Label("Salaried", "Salariés")]
    Salaried = 1,

    /// <summary>For nothing.</summary>
    [Label("Volunteers", "Bénévoles")]
    Volunteers,

    /// <summary>Young people in the French civic service.</summary>
    [Label("Civic service", "Service civique")]
    CivicService,

    /// <summary>Lent by a company that goes on paying them.</summary>
    [Label("Skills sponsorship", "Mécénat de compétences")]
    SkillsSponsorship,
}
