using Pipeline.Domain.Common;

namespace Pipeline.Application.Alliances;

/// <summary>An alliance on its sheet.</summary>
public sealed record AllianceRow(
    Guid Id,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    string Name,
    Text Form,
    Text Categories,
    Text Kinds,
    DateOnly StartedOn,
    DateOnly? EndsOn,
    DateOnly? EndedOn,
    int Months,
    string Partners,
    int PartnerCount,
    bool DoubleImpact,
    bool CoResponsible,
    Text Objectives,
    Text Gains,
    Text CommonGood,
    DateOnly? AgreementSignedOn,
    string? TrustedThirdParty,
    string? ExitPlan
);
