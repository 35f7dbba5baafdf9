using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>What a one-time link is good for.</summary>
public enum LinkPurpose
{
    /// <summary>A first password.</summary>
    Invitation = 1,

    /// <summary>Another password in place of a forgotten one.</summary>
    PasswordReset,
}

/// <summary>A one-time link on its way to somebody.</summary>
/// <param name="Id">The link's own, the same at every attempt: what repetitions are told by.</param>
/// <param name="Purpose">What it is good for.</param>
/// <param name="Email">Where to.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Url">The link; whoever has it can set the password.</param>
/// <param name="ExpiresAt">Until when it works.</param>
/// <param name="Language">What the message is to be written in.</param>
public sealed record LinkMessage(
    Guid Id,
    LinkPurpose Purpose,
    string Email,
    string Name,
    string Url,
    DateTimeOffset ExpiresAt,
    Language Language
);

/// <summary>
/// Brings one-time links to people: by mail where a server is set, to the log else; a house with another way registers its own. It is called once the link
/// is committed; when it throws, the same link is sent again later, and it may get one twice, under the same id (docs/adr/0017).
/// </summary>
public interface ILinkSender
{
    /// <summary>Sends a link.</summary>
    Task SendAsync(LinkMessage message, CancellationToken cancellationToken);
}
