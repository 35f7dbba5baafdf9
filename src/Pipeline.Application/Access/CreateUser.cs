using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Adds somebody who can sign in; administrators only.</summary>
/// <param name="Email">The sign-in name.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Administrator">Sees and does everything.</param>
/// <param name="Password">At least 12 characters, and none that is guessed first.</param>
public sealed record CreateUser(
    [property: StringLength(254)] string Email,
    [property: StringLength(Limits.Name)] string Name,
    bool Administrator = false,
    [property: StringLength(200)] string? Password = null) : ICommand<UserReply>;

internal sealed class CreateUserHandler(IUserDirectory users, Scope scope) : IRequestHandler<CreateUser, UserReply>
{
    public Task<UserReply> Handle(CreateUser request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        // Invitations are not built yet, so there is no other way to a first password.
        var password = Guard.Required(request.Password, "password", 200);
        return users.CreateAsync(request.Email, Guard.Required(request.Name, "name", Limits.Name), request.Administrator, password, cancellationToken);
    }
}
