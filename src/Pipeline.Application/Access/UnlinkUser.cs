using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>
/// Forgets as whom somebody comes through single sign-on; administrators only. They are signed out, and linked anew by their e-mail address when they
/// come again.
/// </summary>
public sealed record UnlinkUser(Guid Id) : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.AdministratorsOnly];
}

internal sealed class UnlinkUserHandler(IUserDirectory users, Scope scope) : IRequestHandler<UnlinkUser, Unit>
{
    public async Task<Unit> Handle(UnlinkUser request, CancellationToken cancellationToken)
    {
        scope.RequireAdministrator();
        await users.UnlinkAsync(request.Id, cancellationToken);
        return Unit.Value;
    }
}
