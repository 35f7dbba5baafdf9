using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Reference;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Resources;

namespace Pipeline.Application.Transitions;

/// <summary>Every trigger of a project, whether the caller may fire it now, and everything that stands in the way.</summary>
public sealed record ListAvailable(Guid ProjectId) : IQuery<AvailableReply>;

/// <summary>Every trigger, in one order always.</summary>
/// <param name="Version">The project's version: send it as If-Match with the report.</param>
/// <param name="EarliestEffectiveOn">No move can be dated before.</param>
/// <param name="ReviewRequired">Whether reports wait for a manager; <c>hold</c> and <c>resume</c> never do.</param>
public sealed record AvailableReply(
    IReadOnlyList<AvailableTrigger> Items,
    long Version,
    DateOnly EarliestEffectiveOn,
    bool ReviewRequired
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>One trigger.</summary>
/// <param name="Trigger">What could be asked.</param>
/// <param name="Permitted">A report would be taken, without any waiver.</param>
/// <param name="To">Where it leads; null when the state does not permit it.</param>
/// <param name="Asks">What has to come with it: <c>nothing</c>, <c>reason</c> or <c>takeOver</c>.</param>
/// <param name="Criteria">The gate as judged now; empty without a gate.</param>
/// <param name="Reasons">Everything in the way; empty when permitted.</param>
public sealed record AvailableTrigger(
    Trigger Trigger,
    bool Permitted,
    StateReply? To,
    RequiredInput? Asks,
    IReadOnlyList<AvailableCriterion> Criteria,
    IReadOnlyList<ReasonReply> Reasons
);

/// <summary>One thing in the way, with the code that a report would be refused with.</summary>
public sealed record ReasonReply(string Code, string Message);

internal sealed class ListAvailableHandler(
    IPipelineDb db,
    Scope scope,
    GateFactsReader facts,
    ReferenceData reference,
    ICaller caller
) : IRequestHandler<ListAvailable, AvailableReply>
{
    public async Task<AvailableReply> Handle(ListAvailable request, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var project = await db.LoadHistoryAsync(request.ProjectId, version: null, cancellationToken);
        var (gateFacts, policy) = await facts.ReadAsync(project.Id, cancellationToken);
        var (resources, _) = await reference.ResourcesAsync(cancellationToken);
        var items = Enum.GetValues<Trigger>()
            .Select(trigger => Show(project.Assess(trigger, rights.Actor, policy, gateFacts), resources));
        return new([.. items], project.Version, project.EarliestNext, policy.ReviewRequired);
    }

    private AvailableTrigger Show(Assessment a, IReadOnlyList<Resource> resources) =>
        new(
            a.Trigger,
            a.Permitted,
            a.Rule is { } move ? new(move.To.Phase, move.To.Standing) : null,
            a.Rule?.Asks,
            AvailableCriterion.From(a.Criteria, resources, caller.Language),
            [.. a.Obstacles.Select(o => new ReasonReply(o.Refusal.Code, o.Refusal.Sentence.In(caller.Language)))]
        );
}
