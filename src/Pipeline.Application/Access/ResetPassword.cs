using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Access;

/// <summary>Sets another password by the link that was sent: it works once, and every session ends.</summary>
/// <param name="Token">The link's last part.</param>
/// <param name="Password">At least 12 characters, and none that is guessed first.</param>
public sealed record ResetPassword(
    [property: StringLength(200)] string Token,
    [property: StringLength(200)] string Password
) : ICommand<Unit>, IAnonymousRequest, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccountRefusals.LinkNotValid, .. PasswordRefusals.All];
}

internal sealed class ResetPasswordHandler(IAccounts accounts) : IRequestHandler<ResetPassword, Unit>
{
    public async Task<Unit> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        await accounts.SetPasswordAsync(LinkPurpose.PasswordReset, request.Token, request.Password, cancellationToken);
        return Unit.Value;
    }
}
