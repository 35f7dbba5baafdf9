using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;

namespace Pipeline.Application.Exports;

/// <summary>What projects and organisations were called in a view, and who carried the projects.</summary>
internal sealed class NamesInView
{
    private readonly FormerFields _projects;
    private readonly FormerFields _organisations;
    private readonly Dictionary<Guid, NamedBody> _owners = [];

    private NamesInView(FormerFields projects, FormerFields organisations) =>
        (_projects, _organisations) = (projects, organisations);

    /// <param name="db">The store.</param>
    /// <param name="view">The view.</param>
    /// <param name="projects">Projects, with whoever carries them now.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<NamesInView> ReadAsync(
        IPipelineDb db,
        AsOfView view,
        IEnumerable<(Guid ProjectId, NamedBody Owner)> projects,
        CancellationToken cancellationToken
    )
    {
        var carried = projects.DistinctBy(p => p.ProjectId).ToList();
        var names = new NamesInView(
            await view.FormerProjectsAsync(carried.Select(p => p.ProjectId), cancellationToken),
            await view.FormerAsync(FormerVersion.Organisation, cancellationToken)
        );
        foreach (var (project, now) in carried)
        {
            // Whoever carries the project now, but for the few that have changed hands since.
            var id = names._projects.Of(project, "ownerOrganisationId", now.Id);
            names._owners[project] =
                id == now.Id
                    ? now
                    : await db
                        .Organisations.Where(o => o.Id == id)
                        .Select(o => new NamedBody(o.Id, o.Name, o.IdentifierScheme, o.IdentifierId, o.Country))
                        .FirstAsync(cancellationToken);
        }
        return names;
    }

    /// <summary>What a project was called.</summary>
    public string NameOf(Guid projectId, string now) => _projects.Of(projectId, "name", now);

    /// <summary>What a project was said to be about.</summary>
    public string? SummaryOf(Guid projectId, string? now) => _projects.Of(projectId, "summary", now);

    /// <summary>Who carried a project.</summary>
    public PublishedOrganisation OwnerOf(Guid projectId) => Of(_owners[projectId]);

    /// <summary>What an organisation was called.</summary>
    public PublishedOrganisation Of(NamedBody body)
    {
        var (scheme, number) = (
            _organisations.Of(body.Id, "identifierScheme", body.Scheme),
            _organisations.Of(body.Id, "identifierId", body.Number)
        );
        return new(
            body.Id,
            _organisations.Of(body.Id, "name", body.Name),
            scheme is null || number is null ? null : new(scheme, number),
            _organisations.Of(body.Id, "country", body.Country)
        );
    }
}
