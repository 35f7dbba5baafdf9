using Pipeline.Application.Common;
using Pipeline.Domain.Observatory;

namespace Pipeline.Application.Observatory;

/// <summary>What is fragile where, and where the portfolio's money is: nothing of it is averaged.</summary>
/// <param name="AsOf">The money's day; observations of later years are left out.</param>
/// <param name="Years">The years that there are observations of, the newest first.</param>
/// <param name="Domains">One for each domain that is observed.</param>
/// <param name="National">What is published of the whole country.</param>
public sealed record PortfolioObservatoryReply(
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    string Currency,
    IReadOnlyList<int> Years,
    IReadOnlyList<ObservedDomain> Domains,
    IReadOnlyList<NationalFigureReply> National
);

/// <summary>A domain, each of its measures in the newest year that is asked for.</summary>
/// <param name="Year">The newest of its measures' years.</param>
/// <param name="Measures">Objective before perceived, each with its lowest and its highest.</param>
/// <param name="Regions">Every region, also where nothing is known of it.</param>
public sealed record ObservedDomain(
    string Domain,
    string Label,
    int Year,
    IReadOnlyList<ObservedMeasure> Measures,
    IReadOnlyList<ObservedRegion> Regions
);

/// <summary>A region in a domain.</summary>
/// <param name="Values">Objective before perceived.</param>
/// <param name="Projects">How many of the portfolio's projects are of this domain and region, with money or without.</param>
/// <param name="Absent">Something is known of it, be it of an earlier year than is shown, and nothing is committed there.</param>
public sealed record ObservedRegion(
    string Region,
    string Label,
    IReadOnlyList<ObservedValue> Values,
    MoneyDto Committed,
    MoneyDto Delivered,
    int Projects,
    bool Absent
)
{
    /// <summary>What it has of a measure of its domain; null where it has nothing.</summary>
    public ObservedValue? Of(ObservedMeasure measure) => Values.FirstOrDefault(measure.Has);
}

/// <summary>A value of a region.</summary>
/// <param name="Rank">Among the regions, as the source gives it.</param>
/// <param name="SampleSize">How many were asked.</param>
/// <param name="Citation">Where it is published.</param>
public sealed record ObservedValue(
    Viewpoint Viewpoint,
    string Source,
    int Year,
    decimal Value,
    string Unit,
    int? Rank,
    int? SampleSize,
    string Citation
);
