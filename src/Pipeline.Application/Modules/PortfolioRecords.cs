using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Modules;

/// <summary>The records of the projects that a portfolio holds.</summary>
public sealed class PortfolioRecords(IPipelineDb db, RecordCache cache, TimeProvider time)
{
    /// <summary>As they stand now, of projects that are still to begin too.</summary>
    public async Task<RecordsInView> NowAsync(Guid portfolioId, CancellationToken cancellationToken)
    {
        var view = await AsOfView.OpenAsync(db, null, null, time.GetUtcNow(), cancellationToken);
        return await InAsync(
            view,
            portfolioId,
            await HeldAsync(view, portfolioId, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>As they stand now where no day is asked for, else as they stood in the view that is: that of its dashboard.</summary>
    /// <exception cref="InvalidValueException"><c>date_in_future</c>, <c>out_of_range</c>.</exception>
    public async Task<RecordsInView> AskedAsync(
        Guid portfolioId,
        DateOnly? asOf,
        DateTimeOffset? knownAt,
        CancellationToken cancellationToken
    ) =>
        asOf is null && knownAt is null
            ? await NowAsync(portfolioId, cancellationToken)
            : await InAsync(
                await AsOfView.OpenAsync(db, asOf, knownAt, time.GetUtcNow(), cancellationToken),
                portfolioId,
                cancellationToken
            );

    /// <summary>As they stood in a view, of projects that had begun: those of its dashboard.</summary>
    public async Task<RecordsInView> InAsync(AsOfView view, Guid portfolioId, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(view, portfolioId, cancellationToken);
        return await InAsync(view, portfolioId, held.Where(p => p.StartedOn <= view.AsOf), cancellationToken);
    }

    /// <summary>As they stood in a view, where its projects are known.</summary>
    /// <param name="projects">Held in that view.</param>
    public async Task<RecordsInView> InAsync(
        AsOfView view,
        Guid portfolioId,
        IEnumerable<ViewedProject> projects,
        CancellationToken cancellationToken
    )
    {
        var ids = view.HoldingsOf(portfolioId).Select(h => h.ProjectId);
        var ofProjects = view.IsOfEverything
            ? await CurrentAsync(ids, cancellationToken)
            : await RecordsInView.OfProjectsAsync(db, ids, view.AsOf, view.KnownAt, Readable, cancellationToken);
        return await RecordsInView.ReadAsync(
            db,
            portfolioId,
            projects,
            ids,
            view.AsOf,
            view.KnownAt,
            view,
            ofProjects,
            cancellationToken
        );
    }

    // Drafts are those who write them alone read, in none of the common views.
    private IQueryable<DocumentVersion> Readable =>
        db.DocumentVersions.Where(v => v.Kind != DocumentKind.ProgressDraft);

    // What stands now. Both are only ever added: a project that has as many as it had has the same ones, and is not read again (docs/adr/0060). Both are counted in
    // an index.
    private async Task<IReadOnlyDictionary<Guid, ProjectRecords>> CurrentAsync(
        IQueryable<Guid> ids,
        CancellationToken cancellationToken
    )
    {
        var counted = await ids.Select(id => new
            {
                Id = id,
                Versions = db.DocumentVersions.Count(v => v.OwnerId == id && v.Kind != DocumentKind.ProgressDraft),
                Facts = db.FactEntries.Count(f => f.ProjectId == id),
            })
            .ToListAsync(cancellationToken);
        var found = new Dictionary<Guid, ProjectRecords>();
        // A command may see what never comes to be: it reads for itself.
        foreach (var project in db.IsAnswering ? counted : [])
            if (cache.Find(project.Id, project.Versions, project.Facts) is { } records)
                found[project.Id] = records;
        List<Guid> missing = [.. counted.Select(p => p.Id).Where(id => !found.ContainsKey(id)).Order()];
        if (missing.Count == 0)
            return found;
        var documents = await Readable
            .AsNoTracking()
            .Of(missing, v => v.OwnerId)
            .Where(v => v.ProjectId != null)
            .Where(RecordsInView.Newest(db))
            .ToListAsync(cancellationToken);
        var facts = await db.FactEntries.AsNoTracking().Of(missing, f => f.ProjectId).ToListAsync(cancellationToken);
        var read = ProjectRecords.ByProject(documents, facts);
        foreach (var project in counted.Where(p => !found.ContainsKey(p.Id)))
        {
            var records = found[project.Id] = read.GetValueOrDefault(project.Id, ProjectRecords.None);
            // Outside of a snapshot one may have come between: what was read is kept as what it is, or not at all.
            if (db.IsAnswering && records.Versions == project.Versions && records.FactCount == project.Facts)
                cache.Add(project.Id, records);
        }
        return found;
    }

    // Who led and what had ended is the view's: a project can have been handed over, stopped or resumed since.
    private static async Task<IEnumerable<ViewedProject>> HeldAsync(
        AsOfView view,
        Guid portfolioId,
        CancellationToken cancellationToken
    )
    {
        var held = await view.HeldByAsync(portfolioId, cancellationToken);
        var ended = await view.HoldingsOf(portfolioId)
            .Join(view.LastEffects, h => h.ProjectId, e => e.ProjectId, (h, e) => e)
            .Where(e => e.ToStanding == Standing.Stopped || e.ToStanding == Standing.Adopted)
            .Select(e => e.ProjectId)
            .ToHashSetAsync(cancellationToken);
        return held.Select(p => new ViewedProject(p.Id, p.Code, p.Name, p.Led, ended.Contains(p.Id))
        {
            LeadPortfolioId = p.Led ? portfolioId : null,
            StartedOn = p.StartedOn,
        });
    }
}
