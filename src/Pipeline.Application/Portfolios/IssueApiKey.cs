using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Application.Portfolios;

/// <summary>Issues a key for a machine: it opens this portfolio alone; its managers. The key is shown this once.</summary>
public sealed record IssueApiKey(Guid PortfolioId, ApiKeyBody Body) : ICommand<IssuedApiKeyReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly, PortfolioRefusals.ExpiryOutOfRange];
}

/// <summary>A key that is asked for.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Access"><c>read</c>: reads and exports, as an investor does. <c>write</c>: records commitments and deliveries besides, as finance does.</param>
/// <param name="ExpiresAt">Until when it works: in 90 days where left out, in a year at the latest.</param>
public sealed record ApiKeyBody(
    [property: StringLength(Limits.Name)] string Name,
    ApiKeyAccess Access,
    DateTimeOffset? ExpiresAt = null
);

/// <summary>A new key.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Access">Reading, or recording too.</param>
/// <param name="ExpiresAt">Until when it works.</param>
/// <param name="Key">To be sent as <c>Authorization: Bearer pl_…</c>. Shown this once and kept nowhere.</param>
public sealed record IssuedApiKeyReply(Guid Id, string Name, ApiKeyAccess Access, DateTimeOffset ExpiresAt, string Key);

internal sealed class IssueApiKeyHandler(IPipelineDb db, Scope scope, ICaller caller, TimeProvider time)
    : IRequestHandler<IssueApiKey, IssuedApiKeyReply>
{
    public async Task<IssuedApiKeyReply> Handle(IssueApiKey request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var secret = Secret.New(ApiKey.Prefix);
        var body = request.Body;
        var key = new ApiKey(
            request.PortfolioId,
            body.Name,
            body.Access,
            body.ExpiresAt,
            Secret.HashOf(secret),
            caller.UserId,
            time.GetUtcNow()
        );
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        return new(key.Id, key.Name, key.Access, key.ExpiresAt, secret);
    }
}
