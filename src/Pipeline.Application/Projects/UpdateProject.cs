using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Projects;

/// <summary>Replaces a project's description; its owners and managers.</summary>
public sealed record UpdateProject(Guid Id, long? Version, ProjectBody Body) : ICommand<ProjectReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.DescribingNotPermitted, OrganisationRefusals.UnknownOrganisation, CommonRefusals.Duplicate];
}

/// <summary>The whole description: what is left out is emptied.</summary>
public sealed record ProjectBody(
    [property: StringLength(Limits.Name)] string Name,
    SocioEconomicModel SocioEconomicModel,
    IReadOnlyList<int> Sdgs,
    IReadOnlyList<string> Domains,
    [property: StringLength(Limits.Pages)] string? Summary = null,
    NeedDto? Need = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<string>? SolutionHypotheses = null,
    ModelDto? Model = null,
    TakeOverDto? TakeOver = null
)
{
    internal ProjectDescription ToDescription() =>
        new(
            Name,
            Summary,
            Need is { } need ? new(need.Problem, need.Beneficiaries) : Domain.Projects.Need.Unknown,
            SolutionHypotheses ?? [],
            Model is { } m
                ? new(
                    m.ValueProposition,
                    m.ValueChain,
                    m.EconomicModel,
                    m.Positioning,
                    m.ActorRoles,
                    m.Governance,
                    m.TechnicalFramework
                )
                : Domain.Projects.Model.Unwritten,
            SocioEconomicModel,
            Sdgs,
            Domains,
            TakeOver?.ToTakeOver()
        );
}

internal sealed class UpdateProjectHandler(IPipelineDb db, Scope scope, ProjectReader reader, TimeProvider time)
    : IRequestHandler<UpdateProject, ProjectReply>
{
    public async Task<ProjectReply> Handle(UpdateProject request, CancellationToken cancellationToken)
    {
        (await scope.InProjectAsync(request.Id, cancellationToken)).RequireDescriber();
        var project = await db.LoadProjectAsync(request.Id, request.Version, cancellationToken);
        await Organisations.Directory.RequireKnownAsync(
            db,
            request.Body.TakeOver?.OrganisationId,
            "takeOver.organisationId",
            cancellationToken
        );
        project.Describe(request.Body.ToDescription(), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ReadAsync(project.Id, cancellationToken);
    }
}
