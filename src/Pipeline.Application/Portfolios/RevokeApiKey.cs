using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Portfolios;

/// <summary>Revokes a key of a portfolio, at once and for good; its managers.</summary>
public sealed record RevokeApiKey(Guid PortfolioId, Guid KeyId) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly];
}

internal sealed class RevokeApiKeyHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<RevokeApiKey, Unit>
{
    public async Task<Unit> Handle(RevokeApiKey request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var key =
            await db.ApiKeys.FirstOrDefaultAsync(
                k => k.Id == request.KeyId && k.PortfolioId == request.PortfolioId && k.RevokedAt == null,
                cancellationToken
            ) ?? throw NotFoundException.Of("API key", "clé d'API");
        key.Revoke(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
