using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Transitions;

/// <summary>The reports of the projects that a portfolio leads, oldest first: with <c>pending</c>, its managers' queue.</summary>
public sealed record ListReports(Guid PortfolioId, TransitionStatus? Status, PageOf Page)
    : IQuery<Paged<TransitionReply>>;

internal sealed class ListReportsHandler(IPipelineDb db, Scope scope, TransitionReader reader)
    : IRequestHandler<ListReports, Paged<TransitionReply>>
{
    public async Task<Paged<TransitionReply>> Handle(ListReports request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var reports = db.Transitions.Where(t =>
            db.Projects.Any(p => p.Id == t.ProjectId && p.LeadPortfolioId == request.PortfolioId && p.VoidedAt == null)
        );
        reports = request.Status switch
        {
            null => reports,
            TransitionStatus.Pending => reports.Where(t => t.Decision == null && t.Effect == null),
            TransitionStatus.Effective => reports.Where(t => t.Effect != null),
            { } outcome => reports.Where(t => t.Decision!.Outcome == outcome && t.Effect == null),
        };
        var ids = await reports
            .OrderBy(t => t.RecordedAt)
            .ThenBy(t => t.Id)
            .Select(t => t.Id)
            .ToPageAsync(request.Page, cancellationToken);
        var shown = await reader.ReadAsync(db.Transitions.Where(t => ids.Items.Contains(t.Id)), cancellationToken);
        return ids.Select(id => shown.Single(t => t.Id == id));
    }
}
