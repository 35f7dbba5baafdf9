using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Impacts;
using Pipeline.Domain.Programmes;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Audit;

/// <summary>
/// What the things are called whose ids entries of the audit hold, as far as they exist for the caller; what has no name, or none any more, is left out of the reply.
/// </summary>
/// <param name="Ids">Of anything.</param>
public sealed record NameIds(IReadOnlyCollection<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, string>>;

internal sealed class NameIdsHandler(IPipelineDb db, Scope scope, Names names, IUserDirectory users, ICaller caller)
    : IRequestHandler<NameIds, IReadOnlyDictionary<Guid, string>>
{
    public async Task<IReadOnlyDictionary<Guid, string>> Handle(NameIds request, CancellationToken cancellationToken)
    {
        var known = new Dictionary<Guid, string>();
        // An id says nothing of what it is of: each place is asked for what those before did not have.
        foreach (
            var place in new Func<IReadOnlyList<Guid>, CancellationToken, Task<IReadOnlyDictionary<Guid, string>>>[]
            {
                (ids, cancel) => names.OfOrganisationsAsync([.. ids.Select(id => (Guid?)id)], cancel),
                users.NamesAsync,
                PortfoliosAsync,
                ProjectsAsync,
                FundersAsync,
                DeliverersAsync,
                EvaluationsAsync,
                FilesAsync,
                DocumentsAsync,
            }
        )
        {
            var left = request.Ids.Where(id => !known.ContainsKey(id)).Distinct().Order().ToList();
            if (left.Count == 0)
                break;
            foreach (var (id, name) in await place(left, cancellationToken))
                known[id] = name;
        }
        return known;
    }

    // A fund that holds a project is named to whoever sees the project.
    private async Task<IReadOnlyDictionary<Guid, string>> PortfoliosAsync(
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        await db
            .Portfolios.Of(ids, p => p.Id)
            .Where(p =>
                scope.Portfolios.Any(s => s.Id == p.Id)
                || db.Holdings.Any(h => h.PortfolioId == p.Id && scope.Projects.Any(s => s.Id == h.ProjectId))
            )
            .Select(p => new { p.Id, p.Name })
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);

    private async Task<IReadOnlyDictionary<Guid, string>> ProjectsAsync(
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        await scope
            .Projects.Of(ids, p => p.Id)
            .Select(p => new { p.Id, p.Name })
            .ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);

    // Commitments and deliveries are called by who gives.
    private async Task<IReadOnlyDictionary<Guid, string>> FundersAsync(
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        await scope
            .Commitments.Of(ids, c => c.Id)
            .Join(db.Organisations, c => c.FunderOrganisationId, o => o.Id, (c, o) => new { c.Id, o.Name })
            .ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);

    private async Task<IReadOnlyDictionary<Guid, string>> DeliverersAsync(
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        await db
            .Deliveries.Of(ids, d => d.Id)
            .Join(scope.Commitments, d => d.CommitmentId, c => c.Id, (d, c) => new { d.Id, c.FunderOrganisationId })
            .Join(db.Organisations, d => d.FunderOrganisationId, o => o.Id, (d, o) => new { d.Id, o.Name })
            .ToDictionaryAsync(d => d.Id, d => d.Name, cancellationToken);

    // An evaluation is called by its form.
    private async Task<IReadOnlyDictionary<Guid, string>> EvaluationsAsync(
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        await db
            .Evaluations.Of(ids, e => e.Id)
            .Where(e => scope.Projects.Any(p => p.Id == e.ProjectId))
            .Select(e => new { e.Id, e.Form })
            .ToDictionaryAsync(e => e.Id, e => Labels.Of(e.Form).In(caller.Language), cancellationToken);

    private async Task<IReadOnlyDictionary<Guid, string>> FilesAsync(
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        await db
            .Documents.Of(ids, d => d.Id)
            .Where(d => scope.Projects.Any(p => p.Id == d.ProjectId))
            .Select(d => new { d.Id, d.Title })
            .ToDictionaryAsync(d => d.Id, d => d.Title, cancellationToken);

    private async Task<IReadOnlyDictionary<Guid, string>> DocumentsAsync(
        IReadOnlyList<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var versions = await scope
            .Documents.Of(ids, v => v.DocumentId)
            .Where(v =>
                (v.Kind == DocumentKind.Alliance || v.Kind == DocumentKind.Impact)
                    && scope.Projects.Any(p => p.Id == v.ProjectId)
                || v.Kind == DocumentKind.Programme && scope.Portfolios.Any(p => p.Id == v.OwnerId)
            )
            .OrderBy(v => v.Number)
            .Select(v => new
            {
                v.DocumentId,
                v.Kind,
                v.Json,
            })
            .ToListAsync(cancellationToken);
        var known = new Dictionary<Guid, string>();
        foreach (var version in versions)
            known[version.DocumentId] = version.Kind switch
            {
                DocumentKind.Alliance => RecordJson.Read<Alliance>(version.Json).Name,
                DocumentKind.Impact => RecordJson.Read<Impact>(version.Json).Statement,
                _ => RecordJson.Read<Programme>(version.Json).Name,
            };
        return known;
    }
}
