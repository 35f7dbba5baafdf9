using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Portfolios;

/// <summary>Takes somebody's role in a portfolio away; its managers.</summary>
public sealed record RemoveMember(Guid PortfolioId, Guid UserId) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly];
}

internal sealed class RemoveMemberHandler(IPipelineDb db, Scope scope) : IRequestHandler<RemoveMember, Unit>
{
    public async Task<Unit> Handle(RemoveMember request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var portfolio = await db.LoadPortfolioAsync(request.PortfolioId, version: null, cancellationToken);
        if (!portfolio.RemoveMember(request.UserId))
            throw NotFoundException.Of("member", "membre");
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
