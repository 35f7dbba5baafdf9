using Pipeline.Application.Common;

namespace Pipeline.Application.Access;

/// <summary>Makes and sends a link to set another password, where there is an account of the address that asked; sent again, it is the same link.</summary>
internal sealed class SendPasswordReset(IPipelineDb db, IAccounts accounts, ISecretSeal seal, ILinkSender sender)
    : IEventConsumer
{
    public bool Handles(string type) => type == PasswordResetRequested.Name;

    public async Task HandleAsync(PublishedEvent published, CancellationToken cancellationToken)
    {
        var asked = published.Read<PasswordResetRequested>();
        var token = asked.SealedToken is { } held ? seal.Open(held) : null;
        // The message goes out when the transaction is through, and not from within it.
        var message = await db.InTransactionAsync(
            () => accounts.OfferResetAsync(asked.Email, asked.Language, token, published.RecordedAt, cancellationToken),
            cancellationToken
        );
        if (message is not null)
            await sender.SendAsync(message, cancellationToken);
    }
}
