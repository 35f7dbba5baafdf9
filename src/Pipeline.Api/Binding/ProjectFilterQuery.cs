using Microsoft.AspNetCore.Mvc;
using Pipeline.Application.Projects;
using Pipeline.Domain.Phases;

namespace Pipeline.Api.Binding;

/// <summary>What a list or register of projects is narrowed and ordered by, as query parameters: <see cref="ProjectFilter"/> says what each means.</summary>
internal readonly record struct ProjectFilterQuery(
    Query<Guid> PortfolioId,
    Query<Phase> Phase,
    Query<Standing> Standing,
    Query<Stage> Stage,
    Query<int> Sdg,
    [property: FromQuery(Name = "domain")] string? Domain,
    [property: FromQuery(Name = "region")] string? Region,
    Query<Guid> OwnerOrganisationId,
    [property: FromQuery(Name = "q")] string? Q,
    [property: FromQuery(Name = "sort")] string? Sort
)
{
    /// <summary>The same, for the use cases.</summary>
    public ProjectFilter Value =>
        new(
            PortfolioId.Value,
            Phase.Value,
            Standing.Value,
            Stage.Value,
            Sdg.Value,
            Domain,
            Region,
            OwnerOrganisationId.Value,
            Q,
            Sort
        );
}
