using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Everybody who can sign in; administrators only.</summary>
public sealed record ListUsers(PageOf Page) : IQuery<Paged<UserReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.AdministratorsOnly];
}

internal sealed class ListUsersHandler(IUserDirectory users, Scope scope) : IRequestHandler<ListUsers, Paged<UserReply>>
{
    public Task<Paged<UserReply>> Handle(ListUsers request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        return users.All.OrderBy(u => u.Email).ToPageAsync(request.Page, cancellationToken);
    }
}
