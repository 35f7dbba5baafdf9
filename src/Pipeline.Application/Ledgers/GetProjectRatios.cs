using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Ledgers;

/// <summary>Both ratios of a project, whole and by phase, on three bases, as of a day and as known at an instant.</summary>
public sealed record GetProjectRatios(Guid ProjectId, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : IQuery<RatiosReply>,
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
        var view = AsOfView.Of(db, request.AsOf, request.KnownAt, time.GetUtcNow());
        var totals = await LedgerTotals.ReadAsync(basis => view.OfProject(basis, request.ProjectId), cancellationToken);
        var policy = await db
            .Portfolios.AsNoTracking()
            .Where(p => p.Id == rights.LeadPortfolioId)
            .Select(p => p.Policy)
            .FirstAsync(cancellationToken);
        var (references, _) = await reference.RatioReferencesAsync(cancellationToken);
        return Ratios.Of(totals, policy, references, caller.Language);
    }
}
