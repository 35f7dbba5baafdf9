using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>An organisation in the register of catalysts.</summary>
/// <param name="OrganisationId">Of the directory; an entry stays with it.</param>
/// <param name="Missions">What it does, one or more.</param>
/// <param name="Territories">Where, one or more.</param>
/// <param name="Since">From when on; not in the future.</param>
/// <param name="Engineering">The ways of engineering that it has.</param>
public sealed record CatalystBody(
    Guid OrganisationId,
    [property: MinLength(1), MaxLength(Limits.List)] IReadOnlyList<CatalystMission> Missions,
    [property: MinLength(1), MaxLength(Limits.List)] IReadOnlyList<string> Territories,
    DateOnly Since,
    [property: MaxLength(Limits.List)] IReadOnlyList<Engineering>? Engineering = null
)
{
    internal Catalyst ToCatalyst() => new(OrganisationId, Missions, Territories, Since, Engineering ?? []);
}
