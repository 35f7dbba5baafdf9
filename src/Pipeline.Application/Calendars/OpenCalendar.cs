using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Calendars;

/// <summary>Whose calendar a secret address opens: nobody's where it was ended, or where its person may not sign in any more.</summary>
/// <param name="Token">From the address.</param>
public sealed record OpenCalendar(string Token) : IQuery<CalendarHolder>, IAnonymousRequest, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.NotFound];
}

/// <summary>Whose calendar it is.</summary>
/// <param name="UserId">In whose name it is read.</param>
/// <param name="Administrator">They see everything.</param>
/// <param name="Language">What it is written in.</param>
public sealed record CalendarHolder(Guid UserId, bool Administrator, Language Language);

internal sealed class OpenCalendarHandler(IPipelineDb db, IUserDirectory users)
    : IRequestHandler<OpenCalendar, CalendarHolder>
{
    public async Task<CalendarHolder> Handle(OpenCalendar request, CancellationToken cancellationToken)
    {
        var hash = Secret.HashOf(request.Token);
        return await db
                .CalendarFeeds.Where(f => f.TokenHash == hash && f.EndedAt == null)
                .Join(
                    users.Present.Where(u => !u.Locked),
                    f => f.UserId,
                    u => u.Id,
                    (f, u) =>
                        new CalendarHolder(
                            f.UserId,
                            u.Administrator,
                            db.NotificationPreferences.Where(p => p.UserId == f.UserId)
                                .Select(p => (Language?)p.Language)
                                .FirstOrDefault()
                                ?? f.Language
                        )
                )
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw NotFoundException.Of("calendar", "calendrier");
    }
}
