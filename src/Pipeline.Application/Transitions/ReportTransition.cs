using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Organisations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Transitions;

/// <summary>Reports a move of a project; its owners and managers.</summary>
/// <param name="ProjectId">Which project.</param>
/// <param name="Version">As it was read; null for no precondition.</param>
/// <param name="Body">What is reported.</param>
/// <param name="DryRun">Says what would be reported, judged and refused alike, and writes nothing.</param>
public sealed record ReportTransition(Guid ProjectId, long? Version, TransitionBody Body, bool DryRun = false)
    : ICommand<TransitionReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            TransitionRefusals.NotAReporter,
            TransitionRefusals.ManagersOnly,
            TransitionRefusals.WaiverNeedsManager,
            TransitionRefusals.GateNotMet,
            TransitionRefusals.TransitionNotPermitted,
            TransitionRefusals.ReportPending,
            CommonRefusals.DateInFuture,
            TransitionRefusals.DateBeforeLast,
            CommonRefusals.InvalidLink,
            DocumentRefusals.Unknown,
            TransitionRefusals.TakeOverNotExpected,
            OrganisationRefusals.UnknownOrganisation,
            .. TransitionRefusals.Waivers,
        ];
}

/// <summary>What is reported.</summary>
/// <param name="Trigger">The move.</param>
/// <param name="EffectiveOn">Not in the future, not before the last one.</param>
/// <param name="Narrative">The story of the passage.</param>
/// <param name="Reason">Asked by <c>stepBack</c>, <c>hold</c>, <c>stop</c>, <c>reopen</c>.</param>
/// <param name="Evidence">Links and documents.</param>
/// <param name="Waivers">Blocking criteria to be waived.</param>
/// <param name="TakeOver">Asked by <c>adopt</c>, unless the project names one already.</param>
/// <param name="Lessons">What the next territory should know; searched over a portfolio.</param>
public sealed record TransitionBody(
    Trigger Trigger,
    DateOnly EffectiveOn,
    [property: StringLength(Limits.Pages)] string? Narrative = null,
    [property: StringLength(Limits.Paragraph)] string? Reason = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<LinkDto>? Evidence = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<WaiverDto>? Waivers = null,
    TakeOverDto? TakeOver = null,
    [property: StringLength(Limits.Pages)] string? Lessons = null
)
{
    internal TransitionReport ToReport() =>
        new(
            Trigger,
            EffectiveOn,
            Narrative,
            Reason,
            [.. (Evidence ?? []).Select(e => e.ToLink())],
            [.. (Waivers ?? []).Select(w => w.ToWaiver())],
            TakeOver?.ToTakeOver(),
            Lessons
        );
}

internal sealed class ReportTransitionHandler(
    IPipelineDb db,
    Scope scope,
    GateFactsReader facts,
    TransitionReader reader,
    TimeProvider time
) : IRequestHandler<ReportTransition, TransitionReply>
{
    public async Task<TransitionReply> Handle(ReportTransition request, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(request.ProjectId, cancellationToken);
        rights.Actor.RequireReporter();
        var project = await db.LoadHistoryAsync(request.ProjectId, request.Version, cancellationToken);
        await Organisations.Directory.RequireKnownAsync(
            db,
            request.Body.TakeOver?.OrganisationId,
            "takeOver.organisationId",
            cancellationToken
        );
        await LinkedDocuments.RequireKnownAsync(
            db,
            project.Id,
            [.. (request.Body.Evidence ?? []).Select(e => e.DocumentId)],
            cancellationToken
        );
        var (gateFacts, policy) = await facts.ReadAsync(
            project.Id,
            cancellationToken,
            judged: Lifecycle.Find(project.State, request.Body.Trigger)?.Gate is not null
        );
        var transition = project.Report(request.Body.ToReport(), rights.Actor, policy, gateFacts, time.GetUtcNow());
        if (request.DryRun)
            db.ClearTracking();
        else
            await db.SaveChangesAsync(cancellationToken);
        return await reader.ReadAsync(project, transition.Id, cancellationToken);
    }
}
