using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Sends a link to set another password, where there is somebody of this address; nobody is told whether there is.</summary>
public sealed record RequestPasswordReset(string Email, Language Language) : IRequest<Unit>, IAnonymousRequest;

// No ICommand: the message goes out when the transaction is through, and not from within it.
internal sealed class RequestPasswordResetHandler(IPipelineDb db, IAccounts accounts, ILinkSender sender)
    : IRequestHandler<RequestPasswordReset, Unit>
{
    public async Task<Unit> Handle(RequestPasswordReset request, CancellationToken cancellationToken)
    {
        if (
            await db.InTransactionAsync(
                () => accounts.OfferResetAsync(request.Email, request.Language, cancellationToken),
                cancellationToken
            ) is
            { } message
        )
            await sender.SendAsync(message, cancellationToken);
        return Unit.Value;
    }
}
