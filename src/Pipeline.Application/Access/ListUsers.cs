using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Everybody who can sign in; administrators only.</summary>
/// <param name="Page">Which page.</param>
/// <param name="Q">Part of e-mail or name, case and accents aside.</param>
/// <param name="Sort"><c>email</c>, <c>name</c>; a minus in front turns it round.</param>
public sealed record ListUsers(PageOf Page, string? Q = null, string? Sort = null) : IQuery<Paged<UserReply>>, IRefusing
{
    /// <summary>The orders that can be asked for.</summary>
    public static readonly string[] Sorts = ["email", "name"];

    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.AdministratorsOnly, ListRefusals.UnknownSort];
}

internal sealed class ListUsersHandler(IUserDirectory users, Scope scope) : IRequestHandler<ListUsers, Paged<UserReply>>
{
    public async Task<Paged<UserReply>> Handle(ListUsers request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var everybody = await users.All.OrderBy(u => u.Id).ToListAsync(cancellationToken);
        return everybody.Find(
            request.Q,
            request.Sort,
            request.Page,
            ListUsers.Sorts,
            (user, name) => name == "email" ? user.Email : user.Name
        );
    }
}
