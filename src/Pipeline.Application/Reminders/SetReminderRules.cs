using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Reminders;

namespace Pipeline.Application.Reminders;

/// <summary>Says when people are reminded of a portfolio's deadlines; its managers.</summary>
public sealed record SetReminderRules(Guid PortfolioId, long? Version, ReminderRulesBody Body)
    : ICommand<ReminderRulesReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly, ReminderRefusals.DaysOutOfRange];
}

internal sealed class SetReminderRulesHandler(IPipelineDb db, Scope scope)
    : IRequestHandler<SetReminderRules, ReminderRulesReply>
{
    public async Task<ReminderRulesReply> Handle(SetReminderRules request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var rules =
            await db.ReminderRules.FirstOrDefaultAsync(r => r.PortfolioId == request.PortfolioId, cancellationToken)
            ?? db.ReminderRules.Add(new ReminderRules(request.PortfolioId)).Entity;
        if (request.Version is { } known)
            rules.RequireVersion(known);
        rules.Say(request.Body.DaysBefore, request.Body.OnTheDay, request.Body.WeeklyWhileLate);
        await db.SaveChangesAsync(cancellationToken);
        return ReminderRulesReply.Of(rules);
    }
}
