using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Portfolios;

/// <summary>Puts a project into a portfolio, or changes how it is held; a manager of both the portfolio and the project.</summary>
/// <param name="Read">The project's version as it was read; needed where it is held otherwise already.</param>
public sealed record HoldProject(Guid PortfolioId, Guid ProjectId, VersionRead? Read, HoldingBody Body)
    : ICommand<HoldingSetReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.ManagersOnly,
            PortfolioRefusals.CurrenciesDiffer,
            ProjectRefusals.CodeTaken,
            ProjectRefusals.LeadHoldingRequired,
        ];
}

/// <summary>How: <c>lead</c> or <c>coFunder</c>.</summary>
public sealed record HoldingBody(HoldingKind Kind);

/// <summary>A project's place in a portfolio.</summary>
public sealed record HoldingReply(Guid PortfolioId, string PortfolioCode, string PortfolioName, HoldingKind Kind);

/// <summary>A project's place in a portfolio, as it was set.</summary>
/// <param name="Version">The project's: how it is held is part of it.</param>
public sealed record HoldingSetReply(
    Guid PortfolioId,
    string PortfolioCode,
    string PortfolioName,
    HoldingKind Kind,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;
}

internal sealed class HoldProjectHandler(IPipelineDb db, Scope scope, TimeProvider time)
    : IRequestHandler<HoldProject, HoldingSetReply>
{
    public async Task<HoldingSetReply> Handle(HoldProject request, CancellationToken cancellationToken)
    {
        (await scope.InPortfolioAsync(request.PortfolioId, cancellationToken)).RequireManager();
        (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireManager();
        var project = await db.LoadProjectAsync(request.ProjectId, request.Read?.Version, cancellationToken);
        if (
            request.Read is null
            && project.Holdings.Any(h => h.PortfolioId == request.PortfolioId && h.Kind != request.Body.Kind)
        )
            throw CommonRefusals.VersionRequired.Exception();
        await RequireSameCurrencyAsync(project.LeadPortfolioId, request.PortfolioId, cancellationToken);
        if (
            request.Body.Kind == HoldingKind.Lead
            && project.LeadPortfolioId != request.PortfolioId
            && await db.Projects.AnyAsync(
                p => p.LeadPortfolioId == request.PortfolioId && p.Code == project.Code && p.VoidedAt == null,
                cancellationToken
            )
        )
            throw ProjectRefusals.CodeTaken.With(project.Code).Exception();
        project.HoldIn(request.PortfolioId, request.Body.Kind, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return await db
            .Portfolios.Where(p => p.Id == request.PortfolioId)
            .Select(p => new HoldingSetReply(p.Id, p.Code, p.Name, request.Body.Kind, project.Version))
            .SingleAsync(cancellationToken);
    }

    // A project's three ledgers are added up, so they have to be in one currency.
    private async Task RequireSameCurrencyAsync(Guid lead, Guid other, CancellationToken cancellationToken)
    {
        var currencies = await db
            .Portfolios.Where(p => p.Id == lead || p.Id == other)
            .Select(p => p.Currency)
            .Distinct()
            .ToListAsync(cancellationToken);
        if (currencies.Count > 1)
            throw PortfolioRefusals.CurrenciesDiffer.With(string.Join(", ", currencies)).Exception();
    }
}
