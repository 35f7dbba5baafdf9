using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Calendars;

/// <summary>Ends my calendar: its address is worth nothing from then on.</summary>
public sealed record EndCalendar : ICommand<Unit>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.PeopleOnly, CommonRefusals.NotFound];
}

internal sealed class EndCalendarHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<EndCalendar, Unit>
{
    public async Task<Unit> Handle(EndCalendar request, CancellationToken cancellationToken)
    {
        (await db.OpenCalendarOfAsync(scope.RequirePerson(), cancellationToken)).End(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Unit.Value;
    }
}
