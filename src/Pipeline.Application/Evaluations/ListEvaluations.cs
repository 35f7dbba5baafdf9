using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;

namespace Pipeline.Application.Evaluations;

/// <summary>The evaluations of a project, oldest first.</summary>
public sealed record ListEvaluations(Guid ProjectId) : IQuery<Listed<EvaluationReply>>;

/// <summary>An evaluation.</summary>
/// <param name="PlannedId">The evaluation of the plan that it marks done.</param>
/// <param name="Version">The project's version: an evaluation changes what its gates see.</param>
public sealed record EvaluationReply(
    Guid Id,
    Guid ProjectId,
    Phase Phase,
    EvaluationForm Form,
    EvaluationMaturity Maturity,
    DateOnly CarriedOutOn,
    string Evaluator,
    IReadOnlyList<Participant> Participants,
    string Findings,
    Verdict Verdict,
    IReadOnlyList<LinkDto> Evidence,
    IReadOnlyList<IndicatorDto> Indicators,
    Guid? AllianceId,
    NamedRef? Alliance,
    Guid? PlannedId,
    EvaluatorKind? EvaluatorKind,
    MoneyDto? Cost,
    string? GapFromIntuition,
    string? DriftNoted,
    string? EcosystemChange,
    NamedRef RecordedBy,
    DateTimeOffset RecordedAt,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;
}

/// <summary>Shows evaluations.</summary>
public sealed class EvaluationReader(IPipelineDb db, DocumentStore documents, IUserDirectory users)
{
    /// <summary>The evaluations of a query, oldest first.</summary>
    public async Task<IReadOnlyList<EvaluationReply>> ReadAsync(
        IQueryable<Evaluation> evaluations,
        CancellationToken cancellationToken
    )
    {
        var loaded = await evaluations
            .AsNoTracking()
            .OrderBy(e => e.CarriedOutOn)
            .ThenBy(e => e.RecordedAt)
            .ThenBy(e => e.Id)
            .ToListAsync(cancellationToken);
        var names = await users.NamesAsync(loaded.Select(e => e.RecordedBy), cancellationToken);
        var allianceOf = await documents.OfAlliancesAsync(loaded.Select(e => e.AllianceId), cancellationToken);
        var projectIds = loaded.Select(e => e.ProjectId).Distinct().ToList();
        var projects = await db
            .Projects.Where(p => projectIds.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                p.Version,
                db.Portfolios.First(lead => lead.Id == p.LeadPortfolioId).Currency,
            })
            .ToDictionaryAsync(p => p.Id, cancellationToken);
        return
        [
            .. loaded.Select(e => new EvaluationReply(
                e.Id,
                e.ProjectId,
                e.Phase,
                e.Form,
                e.Maturity,
                e.CarriedOutOn,
                e.Evaluator,
                e.Participants,
                e.Findings,
                e.Verdict,
                [.. e.Evidence.Select(LinkDto.From)],
                [.. e.Indicators.Select(IndicatorDto.From)],
                e.AllianceId,
                allianceOf(e.AllianceId),
                e.PlannedId,
                e.EvaluatorKind,
                e.CostCents is { } cost ? MoneyDto.OfCents(cost, projects[e.ProjectId].Currency) : null,
                e.GapFromIntuition,
                e.DriftNoted,
                e.EcosystemChange,
                new(e.RecordedBy, names.GetValueOrDefault(e.RecordedBy, "")),
                e.RecordedAt,
                projects[e.ProjectId].Version
            )),
        ];
    }
}

internal sealed class ListEvaluationsHandler(IPipelineDb db, Scope scope, EvaluationReader reader)
    : IRequestHandler<ListEvaluations, Listed<EvaluationReply>>
{
    public async Task<Listed<EvaluationReply>> Handle(ListEvaluations request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        return new(
            await reader.ReadAsync(db.Evaluations.Where(e => e.ProjectId == request.ProjectId), cancellationToken)
        );
    }
}
