using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Reminders;

namespace Pipeline.Application.Reminders;

/// <summary>When people are reminded of a portfolio's deadlines; its managers and finance.</summary>
public sealed record GetReminderRules(Guid PortfolioId) : IQuery<ReminderRulesReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.LedgersNotPermitted];
}

internal sealed class GetReminderRulesHandler(IPipelineDb db, Scope scope)
    : IRequestHandler<GetReminderRules, ReminderRulesReply>
{
    public async Task<ReminderRulesReply> Handle(GetReminderRules request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireLedgers();
        return ReminderRulesReply.Of(
            await db
                .ReminderRules.AsNoTracking()
                .FirstOrDefaultAsync(r => r.PortfolioId == request.PortfolioId, cancellationToken)
                ?? new ReminderRules(request.PortfolioId)
        );
    }
}
