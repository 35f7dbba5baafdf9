using Pipeline.Application.Common;

namespace Pipeline.Application.Access;

/// <summary>Makes and sends a link to set another password, where there is an account of the address that asked.</summary>
internal sealed class SendPasswordReset(IPipelineDb db, IAccounts accounts, ILinkSender sender) : IEventConsumer
{
    public bool Handles(string type) => type == PasswordResetRequested.Name;

    public async Task HandleAsync(PublishedEvent published, CancellationToken cancellationToken)
    {
        var asked = published.Read<PasswordResetRequested>();
        // A link that was made since then may be an earlier attempt's, which was cut off before it was sent.
        var madeBefore = published.Attempt > 1 ? published.OccurredAt : (DateTimeOffset?)null;
        // The message goes out when the transaction is through, and not from within it.
        var message = await db.InTransactionAsync(
            () => accounts.OfferResetAsync(asked.Email, asked.Language, madeBefore, cancellationToken),
            cancellationToken
        );
        if (message is not null)
            await sender.SendAsync(message, cancellationToken);
    }
}
