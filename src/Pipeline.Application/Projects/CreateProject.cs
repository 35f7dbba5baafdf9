using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Projects;

/// <summary>Begins a project: active, in conception, led by a portfolio that the caller manages.</summary>
/// <param name="Code">Unique within the portfolio.</param>
/// <param name="Name">Shown to people.</param>
/// <param name="OwnerOrganisationId">Who carries it.</param>
/// <param name="PortfolioId">Who leads it.</param>
/// <param name="StartedOn">Not in the future.</param>
/// <param name="Summary">What it is about.</param>
/// <param name="Sdgs">1 to 17.</param>
/// <param name="Domains">Codes of the reference data.</param>
public sealed record CreateProject(
    [property: StringLength(Limits.Code)] string Code,
    [property: StringLength(Limits.Name)] string Name,
    Guid OwnerOrganisationId,
    Guid PortfolioId,
    DateOnly StartedOn,
    [property: StringLength(Limits.Pages)] string? Summary = null,
    IReadOnlyList<int>? Sdgs = null,
    IReadOnlyList<string>? Domains = null
) : ICommand<ProjectReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            CommonRefusals.NotFound,
            ProjectRefusals.CodeTaken,
            OrganisationRefusals.UnknownOrganisation,
            CommonRefusals.DateInFuture,
            CommonRefusals.Duplicate,
        ];
}

internal sealed class CreateProjectHandler(IPipelineDb db, Scope scope, ProjectReader reader, TimeProvider time)
    : IRequestHandler<CreateProject, ProjectReply>
{
    public async Task<ProjectReply> Handle(CreateProject request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        await Organisations.Directory.RequireKnownAsync(
            db,
            request.OwnerOrganisationId,
            "ownerOrganisationId",
            cancellationToken
        );
        var now = time.GetUtcNow();
        var project = new Project(
            request.Code,
            request.Name,
            request.Summary,
            request.OwnerOrganisationId,
            request.PortfolioId,
            request.StartedOn,
            now
        );
        project.Classify(request.Sdgs ?? [], request.Domains ?? [], now);
        if (
            await db.Projects.AnyAsync(
                p => p.LeadPortfolioId == request.PortfolioId && p.Code == project.Code && p.VoidedAt == null,
                cancellationToken
            )
        )
            throw ProjectRefusals.CodeTaken.With(project.Code).Exception();
        db.Projects.Add(project);
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ReadAsync(project.Id, cancellationToken);
    }
}
