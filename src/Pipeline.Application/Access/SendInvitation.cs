using Pipeline.Application.Common;

namespace Pipeline.Application.Access;

/// <summary>Sends an invitation, unless it has been used or replaced meanwhile.</summary>
internal sealed class SendInvitation(IAccounts accounts, ILinkSender sender) : IEventConsumer
{
    public bool Handles(string type) => type == InvitationMade.Name;

    public async Task HandleAsync(PublishedEvent published, CancellationToken cancellationToken)
    {
        if (await accounts.OpenInvitationAsync(published.Read<InvitationMade>(), cancellationToken) is { } message)
            await sender.SendAsync(message, cancellationToken);
    }
}
