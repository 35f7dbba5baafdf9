using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>
/// Asks for a link to set another password. It is answered before it is looked up whether there is such an account, so that neither the answer's text nor
/// its time tells; <see cref="SendPasswordReset"/> follows.
/// </summary>
public sealed record RequestPasswordReset(string Email, Language Language) : ICommand<Unit>, IAnonymousRequest;

internal sealed class RequestPasswordResetHandler(IPipelineDb db, ISecretSeal seal, TimeProvider time)
    : IRequestHandler<RequestPasswordReset, Unit>
{
    public async Task<Unit> Handle(RequestPasswordReset request, CancellationToken cancellationToken)
    {
        db.Raise(
            new PasswordResetRequested(time.GetUtcNow(), request.Email, request.Language, seal.Seal(Secret.New()))
        );
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
