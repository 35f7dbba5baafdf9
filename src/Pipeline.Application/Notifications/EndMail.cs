using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Notifications;

/// <summary>Ends all mail to whom a mail went, by the token in it; nobody has to sign in for that. The inbox stays.</summary>
/// <param name="Token">From a mail.</param>
public sealed record EndMail(string Token) : ICommand<Unit>, IAnonymousRequest, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.NotFound];
}

internal sealed class EndMailHandler(IPipelineDb db, MailTokens tokens) : IRequestHandler<EndMail, Unit>
{
    public async Task<Unit> Handle(EndMail request, CancellationToken cancellationToken)
    {
        var userId = tokens.Open(request.Token) ?? throw NotFoundException.Of("address", "adresse");
        (await db.PreferencesOfAsync(userId, cancellationToken)).EndMail();
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
