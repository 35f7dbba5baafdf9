using Pipeline.Application.Common;
using Pipeline.Domain.Alliances;

namespace Pipeline.Application.Alliances;

/// <summary>An alliance of a project.</summary>
/// <param name="Months">Whole months it has lasted.</param>
/// <param name="DoubleImpact">Whether every partner has an objective and a gain, and everybody gains.</param>
/// <param name="CoResponsible">Whether its three conditions are written down.</param>
/// <param name="Version">From 1, raised by every change; its ETag.</param>
public sealed record AllianceReply(
    Guid Id,
    Guid ProjectId,
    NamedRef Project,
    string Name,
    AllianceForm Form,
    IReadOnlyList<AllianceCategory> Categories,
    IReadOnlyList<string> Kinds,
    DateOnly StartedOn,
    DateOnly? EndsOn,
    DateOnly? EndedOn,
    DateOnly? AgreementSignedOn,
    string? SharedTerms,
    string? SharedVision,
    string? Asymmetries,
    string? Governance,
    Guid? TrustedThirdPartyOrganisationId,
    NamedRef? TrustedThirdParty,
    string? ExitPlan,
    IReadOnlyList<AlliancePartnerReply> Partners,
    IReadOnlyList<CommonGoodEffect> CommonGood,
    int Months,
    AllianceCondition DoubleImpact,
    AllianceCondition CoResponsible,
    long Version,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>An organisation that takes part.</summary>
public sealed record AlliancePartnerReply(
    Guid OrganisationId,
    NamedRef Organisation,
    DateOnly Since,
    DateOnly? Until,
    string? Sponsor,
    IReadOnlyList<PartnerObjective> Objectives,
    IReadOnlyList<PartnerGain> Gains
);

/// <summary>Whether something holds of an alliance.</summary>
/// <param name="Met">It does.</param>
/// <param name="Missing">Otherwise all that is missing, partners by name.</param>
public sealed record AllianceCondition(bool Met, IReadOnlyList<string> Missing);
