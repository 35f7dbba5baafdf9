using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>One person with their roles; administrators only.</summary>
public sealed record GetUser(Guid Id) : IQuery<UserRolesReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.AdministratorsOnly];
}

/// <summary>Somebody who can sign in, and where they may do what.</summary>
public sealed record UserRolesReply : UserReply
{
    internal UserRolesReply(UserReply user, Roles roles)
        : base(user) => (Portfolios, Projects) = (roles.Portfolios, roles.Projects);

    /// <summary>Roles in portfolios.</summary>
    public IReadOnlyList<MyRole> Portfolios { get; }

    /// <summary>Roles in projects.</summary>
    public IReadOnlyList<MyRole> Projects { get; }
}

internal sealed class GetUserHandler(IPipelineDb db, IUserDirectory users, Scope scope)
    : IRequestHandler<GetUser, UserRolesReply>
{
    public async Task<UserRolesReply> Handle(GetUser request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var user =
            await users.All.FirstOrDefaultAsync(u => u.Id == request.Id, cancellationToken)
            ?? throw NotFoundException.Of("user", "utilisateur");
        return new(user, await Roles.ReadAsync(db, user.Id, cancellationToken));
    }
}
