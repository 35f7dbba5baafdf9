using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Projects;

/// <summary>Replaces the list of stakeholders; owners and managers.</summary>
public sealed record SetStakeholders(Guid Id, long? Version, IReadOnlyList<StakeholderBody> Body)
    : ICommand<ProjectReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.DescribingNotPermitted, OrganisationRefusals.UnknownOrganisation];
}

/// <summary>Somebody to be mobilised, with a level 0 to 3.</summary>
public sealed record StakeholderBody(
    StakeholderKind Kind,
    [property: Range(0, 3)] int Level,
    [property: StringLength(Limits.Name)] string? Name = null,
    Guid? OrganisationId = null
);

internal sealed class SetStakeholdersHandler(IPipelineDb db, Scope scope, ProjectReader reader, TimeProvider time)
    : IRequestHandler<SetStakeholders, ProjectReply>
{
    public async Task<ProjectReply> Handle(SetStakeholders request, CancellationToken cancellationToken)
    {
        (await scope.InProjectAsync(request.Id, cancellationToken)).RequireDescriber();
        var project = await db.LoadProjectAsync(request.Id, request.Version, cancellationToken);
        for (var i = 0; i < request.Body.Count; i++)
            await Organisations.Directory.RequireKnownAsync(
                db,
                request.Body[i].OrganisationId,
                $"[{i}].organisationId",
                cancellationToken
            );
        project.SetStakeholders(
            [.. request.Body.Select(s => new StakeholderDescription(s.Kind, s.Name, s.OrganisationId, s.Level))],
            time.GetUtcNow()
        );
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ReadAsync(project.Id, cancellationToken);
    }
}
