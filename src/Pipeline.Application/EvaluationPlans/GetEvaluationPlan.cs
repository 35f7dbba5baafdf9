using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;

namespace Pipeline.Application.EvaluationPlans;

/// <summary>The evaluations that a project plans, what came of them, and what helps to plan them; none before the first plan.</summary>
public sealed record GetEvaluationPlan(Guid ProjectId) : IQuery<EvaluationPlanReply>;

internal sealed class GetEvaluationPlanHandler(Scope scope, EvaluationPlanReader reader)
    : IRequestHandler<GetEvaluationPlan, EvaluationPlanReply>
{
    public async Task<EvaluationPlanReply> Handle(GetEvaluationPlan request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var plan = await reader.FindAsync(request.ProjectId, cancellationToken);
        return await reader.ShowAsync(request.ProjectId, plan, cancellationToken);
    }
}
