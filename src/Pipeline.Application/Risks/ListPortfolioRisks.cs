using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Application.Reference;
using Pipeline.Domain.Records;
using Pipeline.Domain.Risks;

namespace Pipeline.Application.Risks;

/// <summary>The open risks of the projects that a portfolio holds, the heaviest first.</summary>
/// <param name="Passage">Those of this passage.</param>
public sealed record ListPortfolioRisks(Guid PortfolioId, Passage? Passage, PageOf Page)
    : IQuery<Paged<ProjectRiskReply>>;

/// <summary>An open risk, with its project.</summary>
public sealed record ProjectRiskReply(Guid ProjectId, string ProjectCode, string ProjectName, RiskReply Risk);

internal sealed class ListPortfolioRisksHandler(
    Scope scope,
    PortfolioRecords portfolios,
    ReferenceData reference,
    ICaller caller
) : IRequestHandler<ListPortfolioRisks, Paged<ProjectRiskReply>>
{
    public async Task<Paged<ProjectRiskReply>> Handle(ListPortfolioRisks request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var records = await portfolios.NowAsync(request.PortfolioId, cancellationToken);
        var labels = await RiskLabels.ReadAsync(reference, caller.Language, then: null, cancellationToken);
        return records
            .Documents<RiskList>(DocumentKind.Risks)
            .SelectMany(list => list.Document.Terms.Risks.Select(risk => (list.Project, Risk: risk)))
            .Where(r => r.Risk.IsOpen(records.AsOf) && (request.Passage is not { } at || r.Risk.Passage == at))
            .OrderByDescending(r => r.Risk.Weight())
            .ThenBy(r => r.Risk.Passage)
            .ThenBy(r => r.Project.Code, StringComparer.Ordinal)
            .ThenBy(r => r.Risk.Id)
            .ToPage(request.Page)
            .Select(r => new ProjectRiskReply(
                r.Project.Id,
                r.Project.Code,
                r.Project.Name,
                RiskReply.Of(r.Risk, labels)
            ));
    }
}
