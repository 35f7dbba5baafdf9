using MediatR;
using Pipeline.Application.Closings;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Cli.Demo;

/// <summary>The last quarter of the demonstration: closed, and then added to by what came late, so that there is something to be told of it.</summary>
internal sealed class DemoClosing(IMediator mediator, DateOnly today)
{
    private readonly DateOnly _quarter = new DateOnly(today.Year, (today.Month - 1) / 3 * 3 + 1, 1).AddDays(-1);

    /// <summary>Closes it; the caller manages the portfolio or keeps its ledgers.</summary>
    public Task CloseAsync(Guid portfolioId) =>
        mediator.Send(new MakeClosing(portfolioId, new(_quarter, "The last quarter, as sent to the board")));

    /// <summary>Records a payment that the bank had made within the quarter; the caller keeps the ledgers.</summary>
    /// <param name="projectId">One whose experimentation is funded.</param>
    public async Task DeliverLateAsync(Guid projectId) =>
        await mediator.Send(
            new RecordDelivery(
                projectId,
                (await FundingAsync(projectId)).Id,
                new(new(10_000, "EUR"), _quarter.AddDays(-6), Reference: "Told by the bank in the new quarter")
            )
        );

    /// <summary>Takes the last payment back, from a day within the quarter on; the caller keeps the ledgers.</summary>
    /// <param name="projectId">One whose experimentation is funded, and was paid for before the quarter.</param>
    public async Task TakeBackLateAsync(Guid projectId)
    {
        var commitment = await FundingAsync(projectId);
        var deliveries = await mediator.Send(new ListDeliveries(projectId, commitment.Id));
        await mediator.Send(
            new ReverseDelivery(
                projectId,
                commitment.Id,
                deliveries.Items[^1].Id,
                new("Paid twice, as the bank found", _quarter.AddDays(-3))
            )
        );
    }

    /// <summary>Plans anew, from a day within the quarter on; the caller manages the portfolio.</summary>
    /// <param name="projectId">Its plan is replaced as a whole.</param>
    public Task PlanLateAsync(Guid projectId) =>
        mediator.Send(
            new SetPlan(
                projectId,
                null,
                new(
                    [
                        new(Phase.Conception, Lever.Funding, new(12_000)),
                        new(Phase.Experimentation, Lever.Funding, new(30_000)),
                        new(Phase.Experimentation, Lever.Evaluation, new(4_000)),
                    ],
                    _quarter.AddDays(-10)
                )
            )
        );

    private async Task<CommitmentReply> FundingAsync(Guid projectId) =>
        (await mediator.Send(new ListCommitments(projectId))).Items.First(c =>
            c.Lever == Lever.Funding && c.Phase == Phase.Experimentation
        );
}
