using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Calendars;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Calendars;

/// <summary>
/// Makes a secret address at which a calendar program reads what is due for me. The one before is worth nothing from then on. Its entries are in the language of my mails, or, where I have not said
/// any, in the one that this is asked in.
/// </summary>
public sealed record MakeCalendar : ICommand<MadeCalendarReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly];
}

/// <summary>A calendar's address.</summary>
/// <param name="Url">Whoever knows it reads the calendar. Shown this once and kept nowhere.</param>
/// <param name="CreatedAt">When it was made (UTC).</param>
public sealed record MadeCalendarReply(string Url, DateTimeOffset CreatedAt);

internal sealed class MakeCalendarHandler(
    IPipelineDb db,
    Scope scope,
    ICalendarWriter writer,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<MakeCalendar, MadeCalendarReply>
{
    public async Task<MadeCalendarReply> Handle(MakeCalendar request, CancellationToken cancellationToken)
    {
        var (userId, token) = (scope.RequirePerson(), Secret.New());
        var feed =
            await db.CalendarFeeds.FirstOrDefaultAsync(f => f.UserId == userId, cancellationToken)
            ?? db.CalendarFeeds.Add(new CalendarFeed(userId)).Entity;
        feed.Open(Secret.HashOf(token), caller.Language, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return new(writer.AddressOf(token), feed.CreatedAt);
    }
}
