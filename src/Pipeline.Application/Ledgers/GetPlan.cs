using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Ledgers;

/// <summary>The plan of a project as it stands; empty before the first one.</summary>
public sealed record GetPlan(Guid ProjectId) : ISnapshotQuery<PlanReply>;

/// <summary>A version of the plan.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Version">The plan's number: 0 before the first one.</param>
/// <param name="EffectiveOn">The day it counts from.</param>
/// <param name="RecordedAt">When it was written.</param>
/// <param name="Lines">One amount for each phase and lever.</param>
/// <param name="Total">Their sum.</param>
/// <param name="ProjectVersion">The ETag: plans change with their project.</param>
public sealed record PlanReply(
    Guid ProjectId,
    int Version,
    DateOnly? EffectiveOn,
    DateTimeOffset? RecordedAt,
    IReadOnlyList<LedgerLine> Lines,
    MoneyDto Total,
    long ProjectVersion
) : IVersioned
{
    long IVersioned.ETag => ProjectVersion;
}

/// <summary>Money by phase and lever.</summary>
public sealed record LedgerLine(Phase Phase, Lever Lever, MoneyDto Amount);

/// <summary>Reads plans and what ledgers need to know of their project.</summary>
public sealed class PlanReader(IPipelineDb db)
{
    /// <summary>A version of the plan; the project has to exist.</summary>
    /// <param name="number">Which one; null for the one that holds today.</param>
    public async Task<PlanReply> ReadAsync(Guid projectId, int? number, CancellationToken cancellationToken)
    {
        var project = await db
            .Projects.Where(p => p.Id == projectId)
            .Select(p => new { p.Version, p.LeadPortfolioId })
            .FirstAsync(cancellationToken);
        var currency = await db.CurrencyOfAsync(project.LeadPortfolioId, cancellationToken);
        var plan = await db
            .PlanVersions.AsNoTracking()
            .Include(v => v.Lines)
            .Where(v => v.ProjectId == projectId && (number == null || v.Number == number))
            .OrderByDescending(v => v.EffectiveOn)
            .ThenByDescending(v => v.Number)
            .FirstOrDefaultAsync(cancellationToken);
        var lines = (plan?.Lines ?? []).OrderBy(l => l.Phase).ThenBy(l => l.Lever).ToList();
        return new(
            projectId,
            plan?.Number ?? 0,
            plan?.EffectiveOn,
            plan?.RecordedAt,
            [.. lines.Select(l => new LedgerLine(l.Phase, l.Lever, MoneyDto.OfCents(l.Cents, currency)))],
            MoneyDto.OfCents(lines.Sum(l => l.Cents), currency),
            project.Version
        );
    }
}

internal static class Ledgers
{
    /// <summary>The number of the version that a project's plan gets next.</summary>
    public static async Task<int> NextPlanNumberAsync(
        this IPipelineDb db,
        Guid projectId,
        CancellationToken cancellationToken
    ) =>
        (
            await db.PlanVersions.Where(v => v.ProjectId == projectId).MaxAsync(v => (int?)v.Number, cancellationToken)
            ?? 0
        ) + 1;

    /// <summary>The currency that a portfolio's ledgers are kept in.</summary>
    public static Task<string> CurrencyOfAsync(
        this IPipelineDb db,
        Guid portfolioId,
        CancellationToken cancellationToken
    ) => db.Portfolios.Where(p => p.Id == portfolioId).Select(p => p.Currency).FirstAsync(cancellationToken);
}

internal sealed class GetPlanHandler(Scope scope, PlanReader reader) : IRequestHandler<GetPlan, PlanReply>
{
    public async Task<PlanReply> Handle(GetPlan request, CancellationToken cancellationToken)
    {
        await scope.InProjectAsync(request.ProjectId, cancellationToken);
        return await reader.ReadAsync(request.ProjectId, number: null, cancellationToken);
    }
}
