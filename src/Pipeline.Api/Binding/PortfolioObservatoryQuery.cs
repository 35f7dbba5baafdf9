using Microsoft.AspNetCore.Mvc;
using Pipeline.Application.Observatory;

namespace Pipeline.Api.Binding;

/// <summary>What is observed beside which portfolio's money.</summary>
internal readonly record struct PortfolioObservatoryQuery(
    Guid Id,
    [property: FromQuery(Name = "domain")] string? Domain,
    Query<int> Year,
    Query<DateOnly> AsOf,
    Query<DateTimeOffset> KnownAt
)
{
    /// <summary>The request.</summary>
    public GetPortfolioObservatory Value => new(Id, Domain, Year.Value, AsOf.Value, KnownAt.Value);
}
