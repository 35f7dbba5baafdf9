using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>A link to set another password was asked for, by whomever: whether there is an account of this address is looked up later.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="Email">As it was written.</param>
/// <param name="Language">What the message is to be written in.</param>
/// <param name="SealedToken">
/// The token of the link that is to be made, which only the instances' keys open: a message that is sent again brings the same link. Null where an earlier
/// version wrote the event.
/// </param>
public sealed record PasswordResetRequested(
    DateTimeOffset OccurredAt,
    string Email,
    Language Language,
    string? SealedToken = null
) : DomainEvent(Name, OccurredAt)
{
    /// <summary>Its type.</summary>
    public const string Name = "passwordReset.requested";

    /// <inheritdoc />
    public override bool IsPersonal => true;
}
