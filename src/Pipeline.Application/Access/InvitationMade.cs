using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>A person was invited to set a first password.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="LinkId">The one-time link.</param>
/// <param name="SealedToken">The link's token, which only the instances' keys open.</param>
/// <param name="Language">What the message is to be written in.</param>
public sealed record InvitationMade(DateTimeOffset OccurredAt, Guid LinkId, string SealedToken, Language Language)
    : DomainEvent(Name, OccurredAt)
{
    /// <summary>Its type.</summary>
    public const string Name = "invitation.made";

    /// <inheritdoc />
    public override bool IsPersonal => true;
}
