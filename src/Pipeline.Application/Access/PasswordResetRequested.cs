using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>A link to set another password was asked for, by whomever: whether there is an account of this address is looked up later.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="Email">As it was written.</param>
/// <param name="Language">What the message is to be written in.</param>
public sealed record PasswordResetRequested(DateTimeOffset OccurredAt, string Email, Language Language)
    : DomainEvent(Name, OccurredAt)
{
    /// <summary>Its type.</summary>
    public const string Name = "passwordReset.requested";

    /// <inheritdoc />
    public override bool IsPersonal => true;
}
