using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Transitions;

/// <summary>Answers up to 100 pending reports of a portfolio, each judged by itself: what is refused leaves the others alone.</summary>
/// <remarks>No <see cref="ICommand{TReply}"/>: each answer is a transaction of its own.</remarks>
public sealed record DecideMany(Guid PortfolioId, DecisionsBody Body) : IRequest<Listed<DecisionOutcome>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.ManagersOnly];
}

/// <summary>The answers.</summary>
public sealed record DecisionsBody(
    [property: MinLength(1), MaxLength(DecisionsBody.Most)] IReadOnlyList<DecisionItem> Decisions
)
{
    /// <summary>The most answers of one call.</summary>
    public const int Most = 100;
}

/// <summary>One answer.</summary>
/// <param name="TransitionId">The report.</param>
/// <param name="Version">The project's version that was read; left out, the report is decided as it stands.</param>
public sealed record DecisionItem(
    Guid TransitionId,
    DecisionKind Decision,
    [property: StringLength(Limits.Paragraph)] string? Reason = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<WaiverDto>? Waivers = null,
    long? Version = null
);

/// <summary>What happened to one report.</summary>
/// <param name="TransitionId">The report.</param>
/// <param name="Done">Whether the answer was recorded.</param>
/// <param name="Status">The report's status now; null when there is no such report in the portfolio.</param>
/// <param name="Code">Why not: the code that a single decision would have been refused with.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Errors">Every single fault.</param>
public sealed record DecisionOutcome(
    Guid TransitionId,
    bool Done,
    TransitionStatus? Status,
    string? Code,
    string? Message,
    IReadOnlyList<FaultReply> Errors
)
{
    /// <summary>The move that was decided on, for whoever counts; its caller knows it.</summary>
    [JsonIgnore]
    public Trigger? Trigger { get; init; }
}

/// <summary>One fault of many.</summary>
public sealed record FaultReply(string Field, string Code, string Message);

internal sealed class DecideManyHandler(IPipelineDb db, Scope scope, Reviewer reviewer, ICaller caller)
    : IRequestHandler<DecideMany, Listed<DecisionOutcome>>
{
    public async Task<Listed<DecisionOutcome>> Handle(DecideMany request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        var outcomes = new List<DecisionOutcome>();
        foreach (var item in request.Body.Decisions)
        {
            var outcome = await DecideAsync(request.PortfolioId, item, cancellationToken);
            var transition = await Of(request.PortfolioId, item.TransitionId)
                .AsNoTracking()
                .Include(t => t.Decision)
                .Include(t => t.Effect)
                .FirstOrDefaultAsync(cancellationToken);
            outcomes.Add(outcome with { Status = transition?.Status, Trigger = transition?.Trigger });
        }
        return new(outcomes);
    }

    private async Task<DecisionOutcome> DecideAsync(
        Guid portfolioId,
        DecisionItem item,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    var projectId =
                        await Of(portfolioId, item.TransitionId)
                            .Select(t => (Guid?)t.ProjectId)
                            .FirstOrDefaultAsync(cancellationToken)
                        ?? throw NotFoundException.Of("transition", "passage");
                    await reviewer.DecideAsync(
                        projectId,
                        item.TransitionId,
                        item.Version,
                        new(item.Decision, item.Reason, item.Waivers),
                        cancellationToken
                    );
                    return await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken
            );
            return new(item.TransitionId, true, null, null, null, []);
        }
        catch (DomainException e)
        {
            return new(
                item.TransitionId,
                false,
                null,
                e.Code,
                e.Sentence.In(caller.Language),
                [.. e.Faults.Select(f => new FaultReply(f.Field, f.Code, f.Message.In(caller.Language)))]
            );
        }
    }

    private IQueryable<Transition> Of(Guid portfolioId, Guid transitionId) =>
        db.Transitions.Where(t =>
            t.Id == transitionId
            && db.Projects.Any(p => p.Id == t.ProjectId && p.LeadPortfolioId == portfolioId && p.VoidedAt == null)
        );
}
