using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;

namespace Pipeline.Application.Modules;

/// <summary>The records of the projects that a portfolio holds.</summary>
public sealed class PortfolioRecords(IPipelineDb db, TimeProvider time)
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
    public Task<RecordsInView> InAsync(
        AsOfView view,
        Guid portfolioId,
        IEnumerable<ViewedProject> projects,
        CancellationToken cancellationToken
    ) =>
        RecordsInView.ReadAsync(
            db,
            portfolioId,
            projects,
            view.HoldingsOf(portfolioId).Select(h => h.ProjectId),
            view.AsOf,
            view.KnownAt,
            view,
            db.DocumentVersions,
            cancellationToken
        );

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
