using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Risks;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Risks;

/// <summary>The risks of a project.</summary>
/// <param name="Version">0 before the first list; its ETag.</param>
public sealed record RisksReply(
    Guid ProjectId,
    IReadOnlyList<RiskReply> Risks,
    long Version,
    DateTimeOffset? RecordedAt,
    NamedRef? RecordedBy
) : IVersioned
{
    long IVersioned.ETag => Version;

    internal static RisksReply Of(
        Guid projectId,
        Document<RiskList>? document,
        Func<Guid, NamedRef> person,
        RiskLabels labels,
        Func<Guid?, NamedRef?> allianceOf
    ) =>
        new(
            projectId,
            [.. (document?.Terms.Risks ?? []).Select(r => RiskReply.Of(r, labels, allianceOf))],
            document?.Version ?? 0,
            document?.RecordedAt,
            document is null ? null : person(document.RecordedBy)
        );
}

/// <summary>A risk.</summary>
/// <param name="Name">The label of its code in the caller's language, or the project's own.</param>
/// <param name="Weight">Likelihood times severity, 1 to 9.</param>
public sealed record RiskReply(
    Guid Id,
    string? Code,
    string? Label,
    string Name,
    Passage Passage,
    int Likelihood,
    int Severity,
    int Weight,
    string? Answer,
    string? OwnerFunction,
    Lever? Lever,
    Guid? AllianceId,
    NamedRef? Alliance,
    DateOnly? ClosedOn
)
{
    internal static RiskReply Of(Risk r, RiskLabels labels, Func<Guid?, NamedRef?> allianceOf) =>
        new(
            r.Id!.Value,
            r.Code,
            r.Label,
            labels.Of(r).In(labels.Language),
            r.Passage,
            r.Likelihood,
            r.Severity,
            r.Weight(),
            r.Answer,
            r.OwnerFunction,
            r.Lever,
            r.AllianceId,
            allianceOf(r.AllianceId),
            r.ClosedOn
        );
}
