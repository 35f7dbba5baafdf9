using MediatR;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Organisations;

namespace Pipeline.Application.Organisations;

/// <summary>The shared directory.</summary>
/// <param name="Q">Part of a name, case and accents aside, or an identifier, with or without its scheme; those of merged ones find the one that stays.</param>
/// <param name="Page">Which page.</param>
/// <param name="Sort"><c>name</c>; a minus in front turns it round.</param>
public sealed record ListOrganisations(string? Q, PageOf Page, string? Sort = null)
    : IQuery<Paged<OrganisationReply>>,
        IRefusing
{
    /// <summary>The orders that can be asked for.</summary>
    public static readonly string[] Sorts = ["name"];

    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [ListRefusals.UnknownSort];
}

internal sealed class ListOrganisationsHandler(IPipelineDb db)
    : IRequestHandler<ListOrganisations, Paged<OrganisationReply>>
{
    public Task<Paged<OrganisationReply>> Handle(ListOrganisations request, CancellationToken cancellationToken)
    {
        var query = db.Organisations.Where(o => o.MergedIntoId == null);
        if (!string.IsNullOrWhiteSpace(request.Q))
        {
            var asked = request.Q.Trim();
            var (part, number) = (Folded.Of(asked), FrenchNumbers.Digits(asked));
            var found = NumberedEntry
                .Of(db)
                .Where(e =>
                    e.Entry.NameKey.Contains(part)
                    || e.Entry.IdentifierId == asked
                    || e.Entry.IdentifierScheme + "-" + e.Entry.IdentifierId == asked
                    || e.Number == number
                    || e.Entry.IdentifierScheme + "-" + e.Number == number
                )
                .Select(e => e.Entry.MergedIntoId ?? e.Entry.Id);
            query = query.Where(o => found.Contains(o.Id));
        }
        var ordered = SortOrder.Read(request.Sort, ListOrganisations.Sorts).Down
            ? query.OrderByDescending(o => o.NameKey)
            : query.OrderBy(o => o.NameKey);
        return OrganisationReply.From(db, ordered.ThenBy(o => o.Id)).ToPageAsync(request.Page, cancellationToken);
    }
}
