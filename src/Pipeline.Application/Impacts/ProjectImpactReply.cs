using Pipeline.Application.Common;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Impacts;

/// <summary>An impact of a project, as it stands today.</summary>
/// <param name="State">Too early, due, or read.</param>
/// <param name="DueOn">Its next horizon, or the one that has passed unread; null once the last one is read.</param>
/// <param name="Outcome">What the last reading after the horizon found.</param>
/// <param name="Readings">Oldest first.</param>
/// <param name="Version">From 1, raised by every change; its ETag.</param>
public sealed record ProjectImpactReply(
    Guid Id,
    Guid ProjectId,
    NamedRef Project,
    ImpactKind Kind,
    ImpactFacet Facet,
    Foreseen Foreseen,
    ImpactDimension Dimension,
    ImpactLevel Level,
    string Statement,
    DateOnly Since,
    string? Beneficiaries,
    Guid? AllianceId,
    NamedRef? Alliance,
    IReadOnlyList<string> Indicators,
    string? FirstIntuition,
    ImpactState State,
    DateOnly? DueOn,
    ImpactOutcome? Outcome,
    IReadOnlyList<ImpactReadingReply> Readings,
    long Version,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy
) : IVersioned
{
    long IVersioned.ETag => Version;
}
