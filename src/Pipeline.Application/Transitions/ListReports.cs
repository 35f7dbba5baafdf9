using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Transitions;

/// <summary>The reports of the projects that a portfolio leads, oldest first unless asked otherwise: with <c>pending</c>, its managers' queue.</summary>
/// <param name="Q">Part of the project's code, name or summary, case and accents aside.</param>
/// <param name="Sort"><c>reportedAt</c>, <c>effectiveOn</c>; a minus in front turns it round.</param>
public sealed record ListReports(
    Guid PortfolioId,
    TransitionStatus? Status,
    PageOf Page,
    string? Q = null,
    string? Sort = null
) : IQuery<Paged<TransitionReply>>, IRefusing
{
    /// <summary>The orders that can be asked for.</summary>
    public static readonly string[] Sorts = ["reportedAt", "effectiveOn"];

    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [ListRefusals.UnknownSort];
}

internal sealed class ListReportsHandler(IPipelineDb db, Scope scope, TransitionReader reader)
    : IRequestHandler<ListReports, Paged<TransitionReply>>
{
    public async Task<Paged<TransitionReply>> Handle(ListReports request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var reports = db.Transitions.Where(t =>
            db.Projects.Any(p => p.Id == t.ProjectId && p.LeadPortfolioId == request.PortfolioId && p.VoidedAt == null)
        );
        if (!string.IsNullOrWhiteSpace(request.Q))
        {
            var part = Folded.Of(request.Q.Trim());
            reports = reports.Where(t => db.Projects.Any(p => p.Id == t.ProjectId && p.SearchText.Contains(part)));
        }
        reports = request.Status switch
        {
            null => reports,
            TransitionStatus.Pending => reports.Where(t => t.Decision == null && t.Effect == null),
            TransitionStatus.Effective => reports.Where(t => t.Effect != null),
            { } outcome => reports.Where(t => t.Decision!.Outcome == outcome && t.Effect == null),
        };
        var ids = await (
            SortOrder.Read(request.Sort, ListReports.Sorts) switch
            {
                { Name: "effectiveOn", Down: true } => reports
                    .OrderByDescending(t => t.EffectiveOn)
                    .ThenByDescending(t => t.Id),
                { Name: "effectiveOn" } => reports.OrderBy(t => t.EffectiveOn).ThenBy(t => t.Id),
                { Down: true } => reports.OrderByDescending(t => t.RecordedAt).ThenByDescending(t => t.Id),
                _ => reports.OrderBy(t => t.RecordedAt).ThenBy(t => t.Id),
            }
        )
            .Select(t => t.Id)
            .ToPageAsync(request.Page, cancellationToken);
        var shown = await reader.ReadAsync(db.Transitions.Where(t => ids.Items.Contains(t.Id)), cancellationToken);
        return ids.Select(id => shown.Single(t => t.Id == id));
    }
}
