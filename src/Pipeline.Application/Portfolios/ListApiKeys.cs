using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Application.Portfolios;

/// <summary>The keys of a portfolio that are not revoked, expired ones among them; its managers.</summary>
public sealed record ListApiKeys(Guid PortfolioId) : IQuery<Listed<ApiKeyReply>>;

/// <summary>A machine's way into a portfolio.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Access">Reading, or recording too.</param>
/// <param name="IssuedBy">Who issued it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="ExpiresAt">Until when it works.</param>
/// <param name="LastUsedAt">When it was last used, to within five minutes; null for never.</param>
public sealed record ApiKeyReply(
    Guid Id,
    string Name,
    ApiKeyAccess Access,
    NamedRef IssuedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt
);

internal sealed class ListApiKeysHandler(IPipelineDb db, IUserDirectory users, Scope scope)
    : IRequestHandler<ListApiKeys, Listed<ApiKeyReply>>
{
    public async Task<Listed<ApiKeyReply>> Handle(ListApiKeys request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var keys = await db
            .ApiKeys.Where(k => k.PortfolioId == request.PortfolioId && k.RevokedAt == null)
            .OrderBy(k => k.CreatedAt)
            .ThenBy(k => k.Id)
            .Select(k => new
            {
                k.Id,
                k.Name,
                k.Access,
                k.IssuedBy,
                k.CreatedAt,
                k.ExpiresAt,
                k.LastUsedAt,
            })
            .ToListAsync(cancellationToken);
        var names = await users.NamesAsync(keys.Select(k => k.IssuedBy), cancellationToken);
        return new([
            .. keys.Select(k => new ApiKeyReply(
                k.Id,
                k.Name,
                k.Access,
                new(k.IssuedBy, names.GetValueOrDefault(k.IssuedBy, "")),
                k.CreatedAt,
                k.ExpiresAt,
                k.LastUsedAt
            )),
        ]);
    }
}
