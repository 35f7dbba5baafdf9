using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Changes my password: every session of mine ends, this one too.</summary>
/// <param name="Current">The password until now.</param>
/// <param name="New">At least 12 characters, and none that is guessed first.</param>
public sealed record ChangePassword(
    [property: StringLength(200)] string Current,
    [property: StringLength(200)] string New
) : IRequest<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [AccessRefusals.PeopleOnly, AccountRefusals.WrongPassword, .. PasswordRefusals.All];
}

// No ICommand: a wrong password counts, and the count must not be rolled back with the refusal.
internal sealed class ChangePasswordHandler(IPipelineDb db, IAccounts accounts, Scope scope)
    : IRequestHandler<ChangePassword, Unit>
{
    public async Task<Unit> Handle(ChangePassword request, CancellationToken cancellationToken)
    {
        var me = scope.RequirePerson();
        await accounts.VerifyAsync(me, request.Current, "current", cancellationToken);
        return await db.InTransactionAsync(
            async () =>
            {
                await accounts.ChangePasswordAsync(me, request.New, "new", cancellationToken);
                return Unit.Value;
            },
            cancellationToken
        );
    }
}
