using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Alliances;

/// <summary>An organisation that takes part.</summary>
/// <param name="OrganisationId">Of the directory.</param>
/// <param name="Until">Its last day; null while it takes part.</param>
/// <param name="Sponsor">Who speaks for it: a function, not a person's name.</param>
public sealed record AlliancePartner(
    Guid OrganisationId,
    DateOnly Since,
    DateOnly? Until = null,
    [property: StringLength(Limits.Name)] string? Sponsor = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<PartnerObjective>? Objectives = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<PartnerGain>? Gains = null
)
{
    /// <summary>Whether it takes part on a day.</summary>
    public bool TakesPartOn(DateOnly day) => Since <= day && (Until is null || Until >= day);
}
