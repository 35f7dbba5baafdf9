using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Portfolios;

/// <summary>What a portfolio asks of the projects it leads.</summary>
/// <param name="ReviewRequired">Whether reported transitions wait for a manager.</param>
/// <param name="CapacityBuildingTarget">Share 0 to 1, four decimals at most.</param>
/// <param name="EvaluationCeiling">Share 0 to 1, four decimals at most.</param>
/// <param name="Severities">Criterion code to severity, where it differs from the default.</param>
/// <param name="SpreadTerritories">Territories that a project has to be deployed on before industrialisation, 1 to 1,000; 3 is a default of this product.</param>
/// <param name="NearBand">How far from its threshold a ratio still counts as near, relative to it, 0 to 1; 0.10 is a default of this product.</param>
/// <param name="ReviewDays">Days after which a report has waited too long for its decision, 1 to 365; 14 is a default of this product.</param>
/// <param name="Schedule">When progress reports are wanted; null for never.</param>
public sealed record PolicyDto(
    bool ReviewRequired,
    [property: Range(0, 1)] decimal CapacityBuildingTarget,
    [property: Range(0, 1)] decimal EvaluationCeiling,
    IReadOnlyDictionary<string, Severity> Severities,
    [property: Range(1, LifecyclePolicy.MostTerritories)] int SpreadTerritories,
    [property: Range(0, 1)] decimal NearBand,
    [property: Range(1, LifecyclePolicy.MostReviewDays)] int ReviewDays,
    ReportSchedule? Schedule
)
{
    internal static PolicyDto From(LifecyclePolicy policy) =>
        new(
            policy.ReviewRequired,
            policy.CapacityBuildingTarget,
            policy.EvaluationCeiling,
            policy.Severities,
            policy.SpreadTerritories,
            policy.NearBand,
            policy.ReviewDays,
            policy.Schedule
        );
}

/// <summary>What is sent to add or change a portfolio. Code and currency are fixed once it exists.</summary>
public sealed record PortfolioBody(
    [property: StringLength(Limits.Code)] string Code,
    [property: StringLength(Limits.Name)] string Name,
    Guid OrganisationId,
    [property: RegularExpression("^[A-Z]{3}$")] string Currency,
    PolicyBody? Policy = null
);

/// <summary>A portfolio.</summary>
/// <param name="Organisation">The investor, name beside the id.</param>
public sealed record PortfolioReply(
    Guid Id,
    string Code,
    string Name,
    Guid OrganisationId,
    NamedRef Organisation,
    string Currency,
    PolicyDto Policy,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;

    internal static async Task<PortfolioReply> ReadAsync(
        IPipelineDb db,
        Guid id,
        CancellationToken cancellationToken
    ) =>
        (
            await Row.From(db, db.Portfolios.Where(p => p.Id == id)).FirstOrDefaultAsync(cancellationToken)
            ?? throw NotFoundException.Of("portfolio", "portefeuille")
        ).ToReply();

    internal sealed class Row
    {
        public Guid Id { get; init; }
        public string Code { get; init; } = "";
        public string Name { get; init; } = "";
        public Guid OrganisationId { get; init; }
        public string OrganisationName { get; init; } = "";
        public string Currency { get; init; } = "";
        public LifecyclePolicy Policy { get; init; } = null!;
        public long Version { get; init; }

        public static IQueryable<Row> From(IPipelineDb db, IQueryable<Portfolio> portfolios) =>
            portfolios
                .AsNoTracking()
                .Select(p => new Row
                {
                    Id = p.Id,
                    Code = p.Code,
                    Name = p.Name,
                    OrganisationId = p.OrganisationId,
                    OrganisationName = db
                        .Organisations.Where(o => o.Id == p.OrganisationId)
                        .Select(o => o.Name)
                        .First(),
                    Currency = p.Currency,
                    Policy = p.Policy,
                    Version = p.Version,
                });

        public PortfolioReply ToReply() =>
            new(
                Id,
                Code,
                Name,
                OrganisationId,
                new(OrganisationId, OrganisationName),
                Currency,
                PolicyDto.From(Policy),
                Version
            );
    }
}
