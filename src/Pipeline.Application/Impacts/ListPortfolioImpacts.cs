using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Impacts;

/// <summary>The impacts of the projects that a portfolio holds, by project and in the order in which they were recorded, as of a day and as known at an instant.</summary>
/// <param name="Kind">Those of this kind.</param>
/// <param name="State">Those that stand there.</param>
/// <param name="Foreseen">Those that were looked for so.</param>
public sealed record ListPortfolioImpacts(
    Guid PortfolioId,
    ImpactKind? Kind,
    ImpactState? State,
    Foreseen? Foreseen,
    DateOnly? AsOf,
    DateTimeOffset? KnownAt,
    PageOf Page
) : ISnapshotQuery<Paged<PortfolioImpactReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

/// <summary>An impact, with its project, as it stood on the day.</summary>
/// <param name="State">Too early, due, or read.</param>
/// <param name="DueOn">Its next horizon, or the one that has passed unread; null once the last one is read.</param>
/// <param name="Outcome">What the last reading after the horizon found.</param>
/// <param name="LastReadOn">The day of the last reading, be it a sign; null where nobody had looked.</param>
public sealed record PortfolioImpactReply(
    Guid Id,
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    ImpactKind Kind,
    ImpactFacet Facet,
    Foreseen Foreseen,
    ImpactDimension Dimension,
    ImpactLevel Level,
    string Statement,
    DateOnly Since,
    ImpactState State,
    DateOnly? DueOn,
    ImpactOutcome? Outcome,
    DateOnly? LastReadOn
);

internal sealed class ListPortfolioImpactsHandler(Scope scope, PortfolioRecords portfolios)
    : IRequestHandler<ListPortfolioImpacts, Paged<PortfolioImpactReply>>
{
    public async Task<Paged<PortfolioImpactReply>> Handle(
        ListPortfolioImpacts request,
        CancellationToken cancellationToken
    )
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var records = await portfolios.AskedAsync(
            request.PortfolioId,
            request.AsOf,
            request.KnownAt,
            cancellationToken
        );
        return ViewedImpact
            .In(records)
            .Where(i =>
                (request.Kind is not { } kind || i.Impact.Kind == kind)
                && (request.State is not { } state || i.Standing.State == state)
                && (request.Foreseen is not { } foreseen || i.Impact.Foreseen == foreseen)
            )
            .OrderBy(i => i.Project.Code, StringComparer.Ordinal)
            .ThenBy(i => i.Id)
            .ToPage(request.Page)
            .Select(i => new PortfolioImpactReply(
                i.Id,
                i.Project.Id,
                i.Project.Code,
                i.Project.Name,
                i.Impact.Kind,
                i.Impact.Facet,
                i.Impact.Foreseen,
                i.Impact.Dimension,
                i.Impact.Level,
                i.Impact.Statement,
                i.Impact.Since,
                i.Standing.State,
                i.Standing.DueOn,
                i.Standing.Outcome,
                i.LastReading
            ));
    }
}
