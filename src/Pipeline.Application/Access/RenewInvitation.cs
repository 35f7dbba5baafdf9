using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Invites somebody again who has no password yet; administrators only. The link before is worth nothing from then on.</summary>
public sealed record RenewInvitation(Guid UserId) : ICommand<InvitationReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.AdministratorsOnly, AccountRefusals.AlreadyAccepted, AccountRefusals.UserAnonymised];
}

internal sealed class RenewInvitationHandler(IAccounts accounts, Scope scope)
    : IRequestHandler<RenewInvitation, InvitationReply>
{
    public async Task<InvitationReply> Handle(RenewInvitation request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var message = await accounts.InviteAsync(request.UserId, cancellationToken);
        return new(message.Url, message.ExpiresAt);
    }
}
