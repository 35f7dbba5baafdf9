using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Application.Reference;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;
using Pipeline.Domain.Risks;

namespace Pipeline.Application.Risks;

/// <summary>The open risks of the projects that a portfolio holds, the heaviest first, as of a day and as known at an instant.</summary>
/// <param name="Passage">Those of this passage.</param>
public sealed record ListPortfolioRisks(
    Guid PortfolioId,
    Passage? Passage,
    DateOnly? AsOf,
    DateTimeOffset? KnownAt,
    PageOf Page
) : ISnapshotQuery<PortfolioRisksReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

/// <summary>A page of a portfolio's open risks, and all of them counted.</summary>
/// <param name="Items">The entries.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">Entries asked for.</param>
/// <param name="TotalItems">Entries of the whole list, filtered.</param>
/// <param name="TotalPages">0 when the list is empty.</param>
/// <param name="ByPassage">All open risks of the portfolio by passage and by likelihood times severity (1 to 9), whichever passage is asked for; passages without any left out.</param>
public sealed record PortfolioRisksReply(
    IReadOnlyList<ProjectRiskReply> Items,
    int Page,
    int PageSize,
    int TotalItems,
    int TotalPages,
    IReadOnlyList<RiskCount> ByPassage
);

/// <summary>An open risk, with its project.</summary>
public sealed record ProjectRiskReply(Guid ProjectId, string ProjectCode, string ProjectName, RiskReply Risk);

internal sealed class ListPortfolioRisksHandler(
    Scope scope,
    PortfolioRecords portfolios,
    ReferenceData reference,
    ICaller caller
) : IRequestHandler<ListPortfolioRisks, PortfolioRisksReply>
{
    public async Task<PortfolioRisksReply> Handle(ListPortfolioRisks request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var records = await portfolios.AskedAsync(
            request.PortfolioId,
            request.AsOf,
            request.KnownAt,
            cancellationToken
        );
        var labels = await RiskLabels.ReadAsync(reference, caller.Language, records.Then, cancellationToken);
        var allianceOf = DocumentNames.Of(
            records
                .Documents<Alliance>(DocumentKind.Alliance)
                .ToDictionary(a => a.Document.Id, a => a.Document.Terms.Name)
        );
        var page = records
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
                RiskReply.Of(r.Risk, labels, allianceOf)
            ));
        return new(
            page.Items,
            page.Page,
            page.PageSize,
            page.TotalItems,
            page.TotalPages,
            RiskBlock.Of(records).ByPassage
        );
    }
}
