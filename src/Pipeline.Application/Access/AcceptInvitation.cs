using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Sets a first password by the link of an invitation: it works once.</summary>
/// <param name="Token">The link's last part.</param>
/// <param name="Password">At least 12 characters, and none that is guessed first.</param>
public sealed record AcceptInvitation(
    [property: StringLength(200)] string Token,
    [property: StringLength(200)] string Password
) : ICommand<Unit>, IAnonymousRequest, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccountRefusals.LinkNotValid, .. PasswordRefusals.All];
}

internal sealed class AcceptInvitationHandler(IAccounts accounts) : IRequestHandler<AcceptInvitation, Unit>
{
    public async Task<Unit> Handle(AcceptInvitation request, CancellationToken cancellationToken)
    {
        await accounts.SetPasswordAsync(LinkPurpose.Invitation, request.Token, request.Password, cancellationToken);
        return Unit.Value;
    }
}
