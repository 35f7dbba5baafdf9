using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Changes somebody; administrators only.</summary>
public sealed record UpdateUser(Guid Id, long? Version, UserBody Body) : ICommand<UserReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.AdministratorsOnly,
            AccountRefusals.LastAdministrator,
            AccountRefusals.UserAnonymised,
            AccountRefusals.EmailFixed,
        ];
}

/// <summary>What may change of a user.</summary>
/// <param name="Name">As they are called.</param>
/// <param name="Administrator">Sees and does everything.</param>
/// <param name="Locked">Kept out: signed out everywhere at once, and not let in again until unlocked.</param>
/// <param name="Email">As it is, or left out: whoever signs in by it is known by it.</param>
public sealed record UserBody(
    [property: StringLength(Limits.Name)] string Name,
    bool Administrator = false,
    bool Locked = false,
    [property: StringLength(254)] string? Email = null
);

internal sealed class UpdateUserHandler(IUserDirectory users, Scope scope) : IRequestHandler<UpdateUser, UserReply>
{
    public async Task<UserReply> Handle(UpdateUser request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        if (
            request.Body.Email is { } email
            && await users
                .All.Where(u => u.Id == request.Id)
                .Select(u => u.Email)
                .FirstOrDefaultAsync(cancellationToken)
                is { } known
            && !email.Equals(known, StringComparison.OrdinalIgnoreCase)
        )
            throw AccountRefusals.EmailFixed.With(known).At("email");
        return await users.UpdateAsync(
            request.Id,
            request.Version,
            Guard.Required(request.Body.Name, "name", Limits.Name),
            request.Body.Administrator,
            request.Body.Locked,
            cancellationToken
        );
    }
}
