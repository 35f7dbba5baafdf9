using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Application.Records;
using Pipeline.Domain.Alliances;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Alliances;

/// <summary>The alliances of the projects that a portfolio holds, by project and in the order in which they were recorded, as of a day and as known at an instant.</summary>
/// <param name="Category">Those with this category.</param>
/// <param name="Form">Those of this form.</param>
/// <param name="Partner">Those that this organisation takes part in, or did.</param>
/// <param name="DoubleImpact">Those with a double impact, or without.</param>
/// <param name="UnderWay">Those that are under way on the day, or are not.</param>
public sealed record ListPortfolioAlliances(
    Guid PortfolioId,
    AllianceCategory? Category,
    AllianceForm? Form,
    Guid? Partner,
    bool? DoubleImpact,
    bool? UnderWay,
    DateOnly? AsOf,
    DateTimeOffset? KnownAt,
    PageOf Page
) : ISnapshotQuery<Paged<AllianceReply>>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

internal sealed class ListPortfolioAlliancesHandler(
    Scope scope,
    PortfolioRecords portfolios,
    AllianceReader alliances,
    Names names
) : IRequestHandler<ListPortfolioAlliances, Paged<AllianceReply>>
{
    public async Task<Paged<AllianceReply>> Handle(ListPortfolioAlliances request, CancellationToken cancellationToken)
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var records = await portfolios.AskedAsync(
            request.PortfolioId,
            request.AsOf,
            request.KnownAt,
            cancellationToken
        );
        // By whichever of its ids a body is asked for, what any of them takes part in is meant.
        var partner = request.Partner is { } asked ? await names.EntriesOfBodyAsync(asked, cancellationToken) : null;
        var page = records
            .Documents<Alliance>(DocumentKind.Alliance)
            .Where(a => Wanted(a.Document.Terms, request, partner, records.AsOf))
            .OrderBy(a => a.Project.Code, StringComparer.Ordinal)
            .ThenBy(a => a.Document.Id)
            .Select(a => (a.Document, a.Project.Name))
            .ToPage(request.Page);
        return new(
            await alliances.ShowAsync(page.Items, records, cancellationToken),
            page.Page,
            page.PageSize,
            page.TotalItems,
            page.TotalPages
        );
    }

    private static bool Wanted(Alliance alliance, ListPortfolioAlliances request, List<Guid>? partner, DateOnly day) =>
        (request.Category is not { } category || alliance.Categories.Contains(category))
        && (request.Form is not { } form || alliance.Form == form)
        && (partner is null || (alliance.Partners ?? []).Any(p => partner.Contains(p.OrganisationId)))
        && (request.DoubleImpact is not { } met || alliance.HasDoubleImpact() == met)
        && (request.UnderWay is not { } running || alliance.RunsOn(day) == running);
}
