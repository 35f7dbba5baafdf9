using System.Text.Json;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Closings;

namespace Pipeline.Application.Closings;

/// <summary>A closing with the figures that were closed; everybody who sees the portfolio.</summary>
public sealed record GetClosing(Guid PortfolioId, Guid ClosingId) : IQuery<ClosingReply>;

internal sealed class GetClosingHandler(ClosingAccess closings, IUserDirectory users, ICaller caller)
    : IRequestHandler<GetClosing, ClosingReply>
{
    public async Task<ClosingReply> Handle(GetClosing request, CancellationToken cancellationToken)
    {
        var closing = await closings.FindAsync(request.PortfolioId, request.ClosingId, cancellationToken);
        var dashboard = closing.File(ClosingFileKind.Dashboard, caller.Language);
        return ClosingReply.Of(
            closing,
            await users.NamesAsync([closing.RecordedBy], cancellationToken),
            JsonElement.Parse(await closings.BytesAsync(dashboard, cancellationToken))
        );
    }
}
