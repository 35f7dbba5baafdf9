using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Observatory;

/// <summary>What is fragile where, beside the portfolio's money by region and domain: where it is fragile and the portfolio is absent; everybody who sees the portfolio.</summary>
/// <param name="Domain">This domain alone.</param>
/// <param name="Year">This year alone; the newest of each measure where left out.</param>
public sealed record GetPortfolioObservatory(
    Guid PortfolioId,
    string? Domain,
    int? Year,
    DateOnly? AsOf,
    DateTimeOffset? KnownAt
) : ISnapshotQuery<PortfolioObservatoryReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.UnknownCode, CommonRefusals.DateInFuture];
}

internal sealed class GetPortfolioObservatoryHandler(IPipelineDb db, Scope scope, ICaller caller, TimeProvider time)
    : IRequestHandler<GetPortfolioObservatory, PortfolioObservatoryReply>
{
    public async Task<PortfolioObservatoryReply> Handle(
        GetPortfolioObservatory request,
        CancellationToken cancellationToken
    )
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        if (request.Domain is { } domain)
            Guard.KnownCode(domain, "domain", Domains.All.Select(d => d.Code));
        var view = await AsOfView.OpenAsync(db, request.AsOf, request.KnownAt, time.GetUtcNow(), cancellationToken);
        return await PortfolioObservatory.ReadAsync(
            view,
            request.PortfolioId,
            request.Domain,
            request.Year,
            caller.Language,
            cancellationToken
        );
    }
}
