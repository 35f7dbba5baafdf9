using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Adds somebody who can sign in; administrators only. Without a password they get an invitation: a link that works once, for seven days.</summary>
/// <param name="Email">The sign-in name.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Administrator">Sees and does everything.</param>
/// <param name="Password">At least 12 characters, and none that is guessed first; left out for an invitation.</param>
public sealed record CreateUser(
    [property: StringLength(254)] string Email,
    [property: StringLength(Limits.Name)] string Name,
    bool Administrator = false,
    [property: StringLength(200)] string? Password = null
) : ICommand<NewUserReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.AdministratorsOnly,
            AccountRefusals.EmailTaken,
            AccountRefusals.InvalidEmail,
            .. PasswordRefusals.All,
        ];
}

/// <summary>Somebody new.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Email">The sign-in name.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Administrator">Sees and does everything.</param>
/// <param name="Locked">Kept out by an administrator.</param>
/// <param name="Version">Rises with every change.</param>
/// <param name="Invitation">How they get to a password; null where one was given.</param>
public sealed record NewUserReply(
    Guid Id,
    string Email,
    string Name,
    bool Administrator,
    bool Locked,
    long Version,
    InvitationReply? Invitation
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>A link to a first password; shown once.</summary>
/// <param name="Url">Whoever opens it sets the password.</param>
/// <param name="ExpiresAt">Until when it works.</param>
public sealed record InvitationReply(string Url, DateTimeOffset ExpiresAt);

internal sealed class CreateUserHandler(IUserDirectory users, IAccounts accounts, Scope scope)
    : IRequestHandler<CreateUser, NewUserReply>
{
    public async Task<NewUserReply> Handle(CreateUser request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var user = await users.CreateAsync(
            request.Email,
            Guard.Required(request.Name, "name", Limits.Name),
            request.Administrator,
            request.Password,
            cancellationToken
        );
        var message = request.Password is null ? await accounts.InviteAsync(user.Id, cancellationToken) : null;
        return new(
            user.Id,
            user.Email,
            user.Name,
            user.Administrator,
            user.Locked,
            user.Version,
            message is null ? null : new(message.Url, message.ExpiresAt)
        );
    }
}
