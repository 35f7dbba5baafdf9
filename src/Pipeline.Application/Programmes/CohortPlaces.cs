using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Programmes;

namespace Pipeline.Application.Programmes;

/// <summary>
/// Who takes part in a cohort, told apart: a body for a territory. Where two entries of the directory were merged, what was chosen for either is one place
/// (docs/adr/0033).
/// </summary>
public sealed class CohortPlaces(Names names)
{
    /// <summary>What tells whoever takes part from the others.</summary>
    /// <param name="participations">Those that will be asked about.</param>
    /// <param name="then">At whose instant; null for now.</param>
    internal async Task<Func<ParticipationTerms, (Guid Body, string Territory)>> PlaceOfAsync(
        IEnumerable<ParticipationTerms> participations,
        IKnownThen? then,
        CancellationToken cancellationToken
    )
    {
        var body = await names.BodiesAsync(participations.Select(p => p.OrganisationId), then, cancellationToken);
        return who => (body(who.OrganisationId).Id, who.Territory.Trim().ToUpperInvariant());
    }

    /// <summary>How many places are taken now.</summary>
    internal async Task<int> TakenAsync(
        IReadOnlyList<Participation> participations,
        CancellationToken cancellationToken
    ) => Taken(participations, await PlaceOfAsync(participations.Select(p => p.Who), then: null, cancellationToken));

    /// <summary>The same where it is known what tells them apart.</summary>
    internal static int Taken(
        IEnumerable<Participation> participations,
        Func<ParticipationTerms, (Guid Body, string Territory)> placeOf
    ) => participations.Where(p => p.HasPlace).DistinctBy(p => placeOf(p.Who)).Count();
}
