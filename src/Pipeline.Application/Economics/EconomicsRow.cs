using Pipeline.Domain.Common;

namespace Pipeline.Application.Economics;

/// <summary>A picture on its sheet; amounts in cents of the portfolio's currency.</summary>
public sealed record EconomicsRow(
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    Text Picture,
    DateOnly AsOf,
    Text Kind,
    long PublicCents,
    long PrivateCents,
    long EarnedCents,
    long OtherCents,
    long TotalCents,
    decimal? Salaried,
    decimal? Volunteers,
    decimal? CivicService,
    decimal? SkillsSponsorship,
    int Alliances,
    int? Territories,
    int? Beneficiaries,
    long? YearlyCostCents,
    int Milestones,
    int MilestonesDone,
    DateOnly? NextMilestone,
    Text Remarks,
    Text Resources,
    Text Trajectory
);
