using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Calendars;

/// <summary>Whether I have a calendar, and since when; never its address.</summary>
public sealed record GetCalendar : IQuery<CalendarReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly, CommonRefusals.NotFound];
}

/// <summary>A calendar that is open.</summary>
/// <param name="CreatedAt">When its address was made (UTC).</param>
public sealed record CalendarReply(DateTimeOffset CreatedAt);

internal sealed class GetCalendarHandler(IPipelineDb db, Scope scope) : IRequestHandler<GetCalendar, CalendarReply>
{
    public async Task<CalendarReply> Handle(GetCalendar request, CancellationToken cancellationToken) =>
        new((await db.OpenCalendarOfAsync(scope.RequirePerson(), cancellationToken)).CreatedAt);
}
