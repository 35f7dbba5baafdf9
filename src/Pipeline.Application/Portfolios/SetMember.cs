using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;

namespace Pipeline.Application.Portfolios;

/// <summary>Gives somebody a role in a portfolio, or another one than they have; its managers.</summary>
/// <param name="Read">The portfolio's version as it was read; needed where another role is replaced.</param>
public sealed record SetMember(Guid PortfolioId, Guid UserId, VersionRead? Read, MemberBody Body)
    : ICommand<MemberReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly];
}

/// <summary>The role: <c>manager</c>, <c>finance</c> or <c>investor</c>.</summary>
public sealed record MemberBody(PortfolioRole Role);

internal sealed class SetMemberHandler(IPipelineDb db, IUserDirectory users, Scope scope, TimeProvider time)
    : IRequestHandler<SetMember, MemberReply>
{
    public async Task<MemberReply> Handle(SetMember request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var name =
            await users
                .Present.Where(u => u.Id == request.UserId)
                .Select(u => u.Name)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw NotFoundException.Of("user", "utilisateur");
        var portfolio = await db.LoadPortfolioAsync(request.PortfolioId, request.Read?.Version, cancellationToken);
        if (
            request.Read is null
            && portfolio.Members.Any(m => m.UserId == request.UserId && m.Role != request.Body.Role)
        )
            throw CommonRefusals.VersionRequired.Exception();
        portfolio.SetMember(request.UserId, request.Body.Role, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(request.UserId, name, request.Body.Role, portfolio.Version);
    }
}
