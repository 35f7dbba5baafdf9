using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Portfolios;

/// <summary>
/// Ends a co-funding by a day and with a reason; a manager of the portfolio. Views of earlier days keep it, and the portfolio still closes its own
/// commitments.
/// </summary>
public sealed record EndHolding(Guid PortfolioId, Guid ProjectId, HoldingEndBody Body)
    : ICommand<EndedHoldingReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            ProjectRefusals.LeadHoldingRequired,
            ProjectRefusals.EndedBeforeHolding,
            ProjectRefusals.EndedBeforeCommitment,
            CommonRefusals.DateInFuture,
        ];
}

/// <summary>From when on, and why.</summary>
/// <param name="EndedOn">
/// The first day on which the portfolio does not hold the project: not in the future, not before the holding, nor before a commitment in its books.
/// </param>
public sealed record HoldingEndBody(DateOnly EndedOn, [property: StringLength(Limits.Paragraph)] string Reason);

/// <summary>A holding that ended.</summary>
/// <param name="EndedOn">The first day on which the portfolio does not hold the project.</param>
/// <param name="Version">The project's: who holds it is part of it.</param>
public sealed record EndedHoldingReply(
    Guid PortfolioId,
    string PortfolioCode,
    string PortfolioName,
    HoldingKind Kind,
    DateOnly EndedOn,
    string Reason,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;
}

internal sealed class EndHoldingHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<EndHolding, EndedHoldingReply>
{
    public async Task<EndedHoldingReply> Handle(EndHolding request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var rights = await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var project = await db.LoadProjectAsync(request.ProjectId, version: null, cancellationToken);
        var agreed = await db
            .Commitments.Where(c => c.ProjectId == request.ProjectId && c.PortfolioId == request.PortfolioId)
            .MaxAsync(c => (DateOnly?)c.AgreedOn, cancellationToken);
        var end =
            project.EndHolding(
                request.PortfolioId,
                request.Body.EndedOn,
                request.Body.Reason,
                agreed,
                rights.UserId,
                time.GetUtcNow()
            ) ?? throw NotFoundException.Of("holding", "détention");
        await db.SaveChangesAsync(cancellationToken);
        return await db
            .HoldingEnds.Where(e => e.HoldingId == end.HoldingId)
            .Join(
                db.Portfolios,
                e => e.PortfolioId,
                p => p.Id,
                (e, p) =>
                    new EndedHoldingReply(
                        p.Id,
                        p.Code,
                        p.Name,
                        HoldingKind.CoFunder,
                        e.EndedOn,
                        e.Reason,
                        project.Version
                    )
            )
            .FirstAsync(cancellationToken);
    }
}
