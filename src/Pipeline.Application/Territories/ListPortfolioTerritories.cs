using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Modules;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Territories;

/// <summary>Where the projects of a portfolio are tried out and deployed, by project, as of a day and as known at an instant.</summary>
/// <param name="Role">Those with this role; one that is both has either.</param>
/// <param name="Region">Those in this region.</param>
public sealed record ListPortfolioTerritories(
    Guid PortfolioId,
    TerritoryRole? Role,
    string? Region,
    DateOnly? AsOf,
    DateTimeOffset? KnownAt,
    PageOf Page
) : ISnapshotQuery<Paged<PortfolioTerritoryReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture, CommonRefusals.UnknownCode];
}

/// <summary>A territory, with its project.</summary>
/// <param name="Deployed">It is deployed there on the day.</param>
/// <param name="CarrierOrganisation">Who carries it there; null where nobody is named.</param>
public sealed record PortfolioTerritoryReply(
    Guid ProjectId,
    string ProjectCode,
    string ProjectName,
    string Name,
    TerritorialLevel Level,
    string? Region,
    SizeSegment? SizeSegment,
    DateOnly? Since,
    TerritoryRole Role,
    string? Adaptation,
    NamedRef? CarrierOrganisation,
    DateOnly? ClosedOn,
    bool Deployed
);

internal sealed class ListPortfolioTerritoriesHandler(
    IPipelineDb db,
    Scope scope,
    PortfolioRecords portfolios,
    TerritoryReader reader,
    TimeProvider time
) : IRequestHandler<ListPortfolioTerritories, Paged<PortfolioTerritoryReply>>
{
    public async Task<Paged<PortfolioTerritoryReply>> Handle(
        ListPortfolioTerritories request,
        CancellationToken cancellationToken
    )
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        if (request.Region is { } region)
            Guard.KnownCode(region, "region", Regions.All.Select(r => r.Code));
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var records = await portfolios.InAsync(view, request.PortfolioId, cancellationToken);
        var (territories, carriers) = await reader.ReadAsync(records, cancellationToken);
        return territories
            .Where(t => Wanted(t.Territory, request))
            .ToPage(request.Page)
            .Select(t => new PortfolioTerritoryReply(
                t.Project.Id,
                t.Project.Code,
                t.Project.Name,
                t.Territory.Name,
                t.Territory.Level,
                t.Territory.Region,
                t.Territory.SizeSegment,
                t.Territory.Since,
                t.Territory.Role,
                t.Territory.Adaptation,
                t.Territory.CarrierOrganisationId is { } id ? new(id, carriers.GetValueOrDefault(id, "")) : null,
                t.Territory.ClosedOn,
                t.Territory.IsDeployed(view.AsOf)
            ));
    }

    private static bool Wanted(TerritoryDescription t, ListPortfolioTerritories request) =>
        (request.Role is not { } role || t.Role == role || (t.Role == TerritoryRole.Both))
        && (request.Region is not { } region || t.Region == region);
}
