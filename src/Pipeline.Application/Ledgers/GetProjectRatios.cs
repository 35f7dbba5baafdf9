using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Ledgers;

/// <summary>Both ratios of a project, whole and by phase, on three bases, as of a day and as known at an instant.</summary>
public sealed record GetProjectRatios(Guid ProjectId, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : ISnapshotQuery<RatiosReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

internal sealed class GetProjectRatiosHandler(
    IPipelineDb db,
    Scope scope,
    ReferenceData reference,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<GetProjectRatios, RatiosReply>
{
    public async Task<RatiosReply> Handle(GetProjectRatios request, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var totals = await LedgerTotals.ReadAsync(basis => view.OfProject(basis, request.ProjectId), cancellationToken);
        var then = await view.FormerProjectsAsync([request.ProjectId], cancellationToken);
        var leadId = then.Of(request.ProjectId, "leadPortfolioId", rights.LeadPortfolioId);
        var lead = await db
            .Portfolios.AsNoTracking()
            .Where(p => p.Id == leadId)
            .Select(p => new { p.Name, p.Policy })
            .FirstAsync(cancellationToken);
        var (_, policy) = await view.PortfolioAsync(leadId, lead.Name, lead.Policy, cancellationToken);
        var references = await reference.RatioReferencesAsync(view, cancellationToken);
        return Ratios.Of(totals, policy, references, caller.Language);
    }
}
