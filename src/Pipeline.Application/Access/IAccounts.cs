using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Passwords and the links that set them, kept where passwords are kept.</summary>
public interface IAccounts
{
    /// <summary>Makes an invitation and raises <see cref="InvitationMade"/>; one that was made before is worth nothing from then on.</summary>
    /// <exception cref="NotFoundException">No such user.</exception>
    /// <exception cref="RefusedException"><c>already_accepted</c>: they have a password.</exception>
    Task<LinkMessage> InviteAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>The message that brings an invitation; null where its link is used, replaced or expired.</summary>
    Task<LinkMessage?> OpenInvitationAsync(InvitationMade invitation, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a link to set another password, or finds the one that was made of the token before. Null where there is nobody to send it to, where another was
    /// made a moment ago, and where the link is used, replaced or expired.
    /// </summary>
    /// <param name="email">Whose.</param>
    /// <param name="language">What the message is to be written in.</param>
    /// <param name="token">
    /// What the link is to be known by: the same for the same request, however often it is carried out. Null where an earlier release took the request: each
    /// attempt makes a link, and those that were made since it was asked for count as its own.
    /// </param>
    /// <param name="askedAt">When it was asked for (UTC).</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<LinkMessage?> OfferResetAsync(
        string email,
        Language language,
        string? token,
        DateTimeOffset askedAt,
        CancellationToken cancellationToken
    );

    /// <summary>Sets a password by a link, which is used up by it with every other open link of the person; ends every session.</summary>
    /// <exception cref="InvalidValueException"><c>link_not_valid</c> for one that is expired, used or unknown alike, or what is wrong with the password.</exception>
    Task SetPasswordAsync(LinkPurpose purpose, string token, string password, CancellationToken cancellationToken);

    /// <summary>Holds a password against somebody's; a wrong one counts as a failed sign-in.</summary>
    /// <exception cref="InvalidValueException"><c>wrong_password</c>, also while the account rests after too many failures.</exception>
    Task VerifyAsync(Guid userId, string password, string field, CancellationToken cancellationToken);

    /// <summary>Changes somebody's password; ends every session.</summary>
    /// <exception cref="InvalidValueException">What is wrong with the password.</exception>
    Task ChangePasswordAsync(Guid userId, string password, string field, CancellationToken cancellationToken);
}
