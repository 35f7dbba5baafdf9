using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.EvaluationPlans;
using Pipeline.Domain.Records;

namespace Pipeline.Application.EvaluationPlans;

/// <summary>Writes the next version of a project's planned evaluations, the whole list; owners and managers.</summary>
public sealed record SetEvaluationPlan(Guid ProjectId, long? Version, EvaluationPlan Body)
    : ICommand<EvaluationPlanReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.DescribingNotPermitted,
            CommonRefusals.BeforeStart,
            DocumentRefusals.UnknownEntry,
            EvaluationPlanRefusals.DoneLeftOut,
            CommonRefusals.Duplicate,
            .. MoneyRefusals.All,
        ];
}

internal sealed class SetEvaluationPlanHandler(
    IPipelineDb db,
    Scope scope,
    DocumentStore documents,
    EvaluationPlanReader reader
) : IRequestHandler<SetEvaluationPlan, EvaluationPlanReply>
{
    public async Task<EvaluationPlanReply> Handle(SetEvaluationPlan request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        // Tracked: an evaluation that names a planned one meanwhile raises the version that is read here, and saving fails.
        var project = await db.LoadStandingAsync(request.ProjectId, cancellationToken);
        var done = await db
            .Evaluations.Where(e => e.ProjectId == request.ProjectId && e.PlannedId != null)
            .Select(e => e.PlannedId!.Value)
            .ToListAsync(cancellationToken);
        var currency = await db.CurrencyOfAsync(rights.LeadPortfolioId, cancellationToken);
        var written = await documents.WriteAsync<EvaluationPlan>(
            EvaluationPlanReader.KeyOf(request.ProjectId),
            request.Version,
            (before, now) => request.Body.Checked(before, project.StartedOn, currency, done, now),
            rights.UserId,
            cancellationToken
        );
        return await reader.ShowAsync(request.ProjectId, written, cancellationToken);
    }
}
