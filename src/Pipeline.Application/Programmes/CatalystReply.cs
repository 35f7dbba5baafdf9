using Pipeline.Application.Common;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>An organisation in the register of catalysts.</summary>
/// <param name="Id">The organisation's.</param>
/// <param name="Version">From 1, raised by every change; its ETag.</param>
public sealed record CatalystReply(
    Guid Id,
    Guid OrganisationId,
    NamedRef Organisation,
    IReadOnlyList<CatalystMission> Missions,
    IReadOnlyList<string> Territories,
    DateOnly Since,
    IReadOnlyList<Engineering> Engineering,
    long Version,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy
) : IVersioned
{
    long IVersioned.ETag => Version;
}
