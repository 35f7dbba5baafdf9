using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Changes somebody; administrators only.</summary>
public sealed record UpdateUser(Guid Id, long? Version, UserBody Body) : ICommand<UserReply>;

/// <summary>What may change of a user.</summary>
public sealed record UserBody([property: StringLength(Limits.Name)] string Name, bool Administrator = false);

internal sealed class UpdateUserHandler(IUserDirectory users, Scope scope) : IRequestHandler<UpdateUser, UserReply>
{
    public Task<UserReply> Handle(UpdateUser request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        return users.UpdateAsync(request.Id, request.Version, Guard.Required(request.Body.Name, "name", Limits.Name), request.Body.Administrator, cancellationToken);
    }
}
