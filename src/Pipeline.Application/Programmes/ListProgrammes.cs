using MediatR;
using Pipeline.Application.Common;

namespace Pipeline.Application.Programmes;

/// <summary>The programmes that the caller sees, by code: of their portfolios, and those that a project of theirs takes part in.</summary>
/// <param name="PortfolioId">Of this portfolio alone.</param>
public sealed record ListProgrammes(Guid? PortfolioId, PageOf Page) : ISnapshotQuery<Paged<ProgrammeReply>>;

internal sealed class ListProgrammesHandler(ProgrammeAccess access, ProgrammeReader reader)
    : IRequestHandler<ListProgrammes, Paged<ProgrammeReply>>
{
    public async Task<Paged<ProgrammeReply>> Handle(ListProgrammes request, CancellationToken cancellationToken)
    {
        var views = await access.AllAsync(request.PortfolioId, cancellationToken);
        var page = views
            .SelectMany(view => view.Programmes.Select(programme => (View: view, Programme: programme)))
            .OrderBy(p => p.Programme.Terms.Code, StringComparer.Ordinal)
            .ThenBy(p => p.Programme.Id)
            .ToPage(request.Page);
        return new(
            await reader.ShowAsync(page.Items, cancellationToken),
            page.Page,
            page.PageSize,
            page.TotalItems,
            page.TotalPages
        );
    }
}
