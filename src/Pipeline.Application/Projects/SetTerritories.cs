using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Projects;

/// <summary>Replaces the list of territories; owners and managers.</summary>
public sealed record SetTerritories(Guid Id, long? Version, IReadOnlyList<TerritoryBody> Body)
    : ICommand<ProjectReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.DescribingNotPermitted,
            CommonRefusals.Duplicate,
            LifecycleRefusals.ClosedBeforeSince,
            OrganisationRefusals.UnknownOrganisation,
        ];
}

/// <summary>A territory: local to international, with its region where it has one.</summary>
/// <param name="Role">An experiment's, a deployment's, or both.</param>
/// <param name="Adaptation">What was changed for the place.</param>
/// <param name="CarrierOrganisationId">Who carries it there.</param>
/// <param name="ClosedOn">From when it acts there no more; not before <paramref name="Since"/>.</param>
public sealed record TerritoryBody(
    [property: StringLength(Limits.Name)] string Name,
    TerritorialLevel Level,
    [property: StringLength(Limits.Code)] string? Region = null,
    SizeSegment? SizeSegment = null,
    DateOnly? Since = null,
    TerritoryRole Role = TerritoryRole.Both,
    [property: StringLength(Limits.Pages)] string? Adaptation = null,
    Guid? CarrierOrganisationId = null,
    DateOnly? ClosedOn = null
);

internal sealed class SetTerritoriesHandler(
    IPipelineDb db,
    Scope scope,
    Names names,
    ProjectReader reader,
    TimeProvider time
) : IRequestHandler<SetTerritories, ProjectReply>
{
    public async Task<ProjectReply> Handle(SetTerritories request, CancellationToken cancellationToken)
    {
        (await scope.InProjectAsync(request.Id, cancellationToken)).RequireDescriber();
        var project = await db.LoadProjectAsync(request.Id, request.Version, cancellationToken);
        // Counted before the directory is asked for each.
        var carriers = Guard
            .List(request.Body, "territories")
            .Select((t, i) => (t.CarrierOrganisationId, $"[{i}].carrierOrganisationId"));
        await names.RequireOrganisationsAsync(carriers, cancellationToken);
        project.SetTerritories(
            [
                .. request.Body.Select(t => new TerritoryDescription(
                    t.Name,
                    t.Level,
                    t.Region,
                    t.SizeSegment,
                    t.Since,
                    t.Role,
                    t.Adaptation,
                    t.CarrierOrganisationId,
                    t.ClosedOn
                )),
            ],
            time.GetUtcNow()
        );
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ReadAsync(project.Id, cancellationToken);
    }
}
