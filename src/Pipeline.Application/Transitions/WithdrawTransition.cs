using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Transitions;

/// <summary>Takes a pending report back; its reporter or an owner.</summary>
public sealed record WithdrawTransition(Guid ProjectId, Guid TransitionId, long? Version)
    : ICommand<TransitionReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [TransitionRefusals.NotTheReporter, TransitionRefusals.AlreadyDecided];
}

internal sealed class WithdrawTransitionHandler(IPipelineDb db, Scope scope, TransitionReader reader, TimeProvider time)
    : IRequestHandler<WithdrawTransition, TransitionReply>
{
    public async Task<TransitionReply> Handle(WithdrawTransition request, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var project = await db.LoadProjectAsync(request.ProjectId, version: null, cancellationToken);
        project.RequireWithdrawer(request.TransitionId, rights.Actor);
        if (request.Version is { } version)
            project.RequireVersion(version);
        project.Withdraw(request.TransitionId, rights.Actor, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return await reader.ReadAsync(project, request.TransitionId, cancellationToken);
    }
}
