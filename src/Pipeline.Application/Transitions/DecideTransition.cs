using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Transitions;

/// <summary>Answers a pending report; a manager of the lead portfolio who did not report it.</summary>
public sealed record DecideTransition(Guid ProjectId, Guid TransitionId, long? Version, DecisionBody Body)
    : ICommand<TransitionReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            TransitionRefusals.ManagersDecideOnly,
            TransitionRefusals.ManagersDecide,
            TransitionRefusals.OwnReport,
            TransitionRefusals.GateNotMet,
            TransitionRefusals.AlreadyDecided,
            .. TransitionRefusals.Waivers,
        ];
}

/// <summary>The answer.</summary>
/// <param name="Decision"><c>approve</c>, <c>returnForChanges</c> or <c>decline</c>.</param>
/// <param name="Reason">Needed unless it approves.</param>
/// <param name="Waivers">Granted on top of what the report asked for; with an approval only.</param>
public sealed record DecisionBody(
    DecisionKind Decision,
    [property: StringLength(Limits.Paragraph)] string? Reason = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<WaiverDto>? Waivers = null
);

/// <summary>Decides, for one report and for many alike.</summary>
public sealed class Reviewer(IPipelineDb db, Scope scope, GateFactsReader facts, TimeProvider time)
{
    /// <summary>Judges the gate again on fresh facts and records the answer; saving is the caller's.</summary>
    /// <returns>The project, with its answered report.</returns>
    public async Task<Project> DecideAsync(
        Guid projectId,
        Guid transitionId,
        long? version,
        DecisionBody body,
        CancellationToken cancellationToken
    )
    {
        var rights = await scope.InProjectAsync(projectId, cancellationToken);
        rights.Actor.RequireDecider();
        await RequireReviewerAsync(rights, cancellationToken);
        var project = await db.LoadHistoryAsync(projectId, version, cancellationToken);
        var (gateFacts, policy) = await facts.ReadAsync(projectId, cancellationToken);
        project.Decide(
            transitionId,
            body.Decision,
            body.Reason,
            [.. (body.Waivers ?? []).Select(w => w.ToWaiver())],
            rights.Actor,
            policy,
            gateFacts,
            time.GetUtcNow()
        );
        return project;
    }

    // An administrator stands in where a portfolio has no second manager; where it has, reviewing is the managers' own.
    private async Task RequireReviewerAsync(ProjectRights rights, CancellationToken cancellationToken)
    {
        if (rights.LeadRole == PortfolioRole.Manager || !rights.IsAdministrator)
            return;
        if (
            await db.Members.CountAsync(
                m => m.PortfolioId == rights.LeadPortfolioId && m.Role == PortfolioRole.Manager,
                cancellationToken
            ) > 1
        )
            throw TransitionRefusals.ManagersDecide.Exception();
    }
}

internal sealed class DecideTransitionHandler(IPipelineDb db, Reviewer reviewer, TransitionReader reader)
    : IRequestHandler<DecideTransition, TransitionReply>
{
    public async Task<TransitionReply> Handle(DecideTransition request, CancellationToken cancellationToken)
    {
        var project = await reviewer.DecideAsync(
            request.ProjectId,
            request.TransitionId,
            request.Version,
            request.Body,
            cancellationToken
        );
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ReadAsync(project, request.TransitionId, cancellationToken);
    }
}
