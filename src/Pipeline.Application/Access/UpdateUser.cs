using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Changes somebody; administrators only.</summary>
public sealed record UpdateUser(Guid Id, long? Version, UserBody Body) : ICommand<UserReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.AdministratorsOnly, AccountRefusals.LastAdministrator, AccountRefusals.UserAnonymised];
}

/// <summary>What may change of a user.</summary>
/// <param name="Name">As they are called.</param>
/// <param name="Administrator">Sees and does everything.</param>
/// <param name="Locked">Kept out: signed out everywhere at once, and not let in again until unlocked.</param>
public sealed record UserBody(
    [property: StringLength(Limits.Name)] string Name,
    bool Administrator = false,
    bool Locked = false
);

internal sealed class UpdateUserHandler(IUserDirectory users, Scope scope) : IRequestHandler<UpdateUser, UserReply>
{
    public Task<UserReply> Handle(UpdateUser request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        return users.UpdateAsync(
            request.Id,
            request.Version,
            Guard.Required(request.Body.Name, "name", Limits.Name),
            request.Body.Administrator,
            request.Body.Locked,
            cancellationToken
        );
    }
}
