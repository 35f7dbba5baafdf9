using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
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
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.DescribingNotPermitted, CommonRefusals.Duplicate];
}

/// <summary>A territory: local to international, with its region where it has one.</summary>
public sealed record TerritoryBody(
    [property: StringLength(Limits.Name)] string Name,
    TerritorialLevel Level,
    [property: StringLength(Limits.Code)] string? Region = null,
    SizeSegment? SizeSegment = null,
    DateOnly? Since = null
);

internal sealed class SetTerritoriesHandler(IPipelineDb db, Scope scope, ProjectReader reader, TimeProvider time)
    : IRequestHandler<SetTerritories, ProjectReply>
{
    public async Task<ProjectReply> Handle(SetTerritories request, CancellationToken cancellationToken)
    {
        (await scope.InProjectAsync(request.Id, cancellationToken)).RequireDescriber();
        var project = await db.LoadProjectAsync(request.Id, request.Version, cancellationToken);
        project.SetTerritories(
            [.. request.Body.Select(t => new TerritoryDescription(t.Name, t.Level, t.Region, t.SizeSegment, t.Since))],
            time.GetUtcNow()
        );
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ReadAsync(project.Id, cancellationToken);
    }
}
