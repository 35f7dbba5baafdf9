using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Ledgers;

/// <summary>Both ratios of a project, whole and by phase, on three bases, as of a day and as known at an instant.</summary>
public sealed record GetProjectRatios(Guid ProjectId, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : ISnapshotQuery<ProjectRatiosReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

/// <summary>Both ratios of a project. The same two instants give the same figures for ever.</summary>
/// <param name="AsOf">What is dated later is left out.</param>
/// <param name="KnownAt">What was recorded later is left out (UTC).</param>
public sealed record ProjectRatiosReply(
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    CapacityBuildingReply CapacityBuilding,
    EvaluationRatioReply Evaluation,
    IReadOnlyList<PhaseRatios> ByPhase
);

internal sealed class GetProjectRatiosHandler(
    IPipelineDb db,
    Scope scope,
    ReferenceData reference,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<GetProjectRatios, ProjectRatiosReply>
{
    public async Task<ProjectRatiosReply> Handle(GetProjectRatios request, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var totals = await LedgerTotals.ReadAsync(basis => view.OfProject(basis, request.ProjectId), cancellationToken);
        // Whoever led on the day; on days before anybody held it, whoever leads.
        var leadId =
            await view.LeadsOf([request.ProjectId])
                .Select(h => (Guid?)h.PortfolioId)
                .FirstOrDefaultAsync(cancellationToken)
            ?? rights.LeadPortfolioId;
        var lead = await db
            .Portfolios.AsNoTracking()
            .Where(p => p.Id == leadId)
            .Select(p => new { p.Name, p.Policy })
            .FirstAsync(cancellationToken);
        var (_, policy) = await view.PortfolioAsync(leadId, lead.Name, lead.Policy, cancellationToken);
        var references = await reference.RatioReferencesAsync(view, cancellationToken);
        var ratios = Ratios.Of(totals, policy, references, caller.Language);
        return new(view.AsOf, view.KnownAt, ratios.CapacityBuilding, ratios.Evaluation, ratios.ByPhase);
    }
}
