using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>
/// Takes somebody's name and e-mail out of the instance; administrators only. They cannot sign in any more, their tokens and roles end, and what they
/// did keeps its author by id alone.
/// </summary>
public sealed record AnonymiseUser(Guid Id) : ICommand<UserReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.AdministratorsOnly, AccountRefusals.LastAdministrator];
}

internal sealed class AnonymiseUserHandler(IPipelineDb db, IUserDirectory users, Scope scope)
    : IRequestHandler<AnonymiseUser, UserReply>
{
    public async Task<UserReply> Handle(AnonymiseUser request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        var reply = await users.AnonymiseAsync(request.Id, cancellationToken);
        // A manager whom nobody can reach would still count where a portfolio asks whether it has another one.
        foreach (
            var id in await db
                .Members.Where(m => m.UserId == request.Id)
                .Select(m => m.PortfolioId)
                .ToListAsync(cancellationToken)
        )
            (await db.LoadPortfolioAsync(id, version: null, cancellationToken)).RemoveMember(request.Id);
        foreach (
            var id in await db
                .Owners.Where(o => o.UserId == request.Id)
                .Select(o => o.ProjectId)
                .ToListAsync(cancellationToken)
        )
            (await db.LoadProjectAsync(id, version: null, cancellationToken, evenVoided: true)).RemoveOwner(request.Id);
        await db.SaveChangesAsync(cancellationToken);
        return reply;
    }
}
