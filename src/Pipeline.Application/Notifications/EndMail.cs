using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
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

internal sealed class EndMailHandler(IPipelineDb db, ISessions sessions, MailTokens tokens)
    : IRequestHandler<EndMail, Unit>
{
    public async Task<Unit> Handle(EndMail request, CancellationToken cancellationToken)
    {
        var userId = tokens.Open(request.Token) ?? throw NotFoundException.Of("address", "adresse");
        // Whoever has said nothing says nothing of a language by this: a calendar goes on in its own.
        var ofCalendar = await db
            .CalendarFeeds.Where(f => f.UserId == userId)
            .Select(f => (Language?)f.Language)
            .FirstOrDefaultAsync(cancellationToken);
        (await db.PreferencesOfAsync(sessions, userId, Language.En, cancellationToken, ofCalendar)).EndMail();
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
