using MediatR;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;
using Pipeline.Domain.Observatory;
using Pipeline.Domain.Reference;

namespace Pipeline.Application.Observatory;

/// <summary>What is published of fragilities, region by region; everybody who has signed in.</summary>
/// <param name="Domain">This domain alone.</param>
/// <param name="Region">This region alone, read against the lowest and the highest of all of them.</param>
/// <param name="Year">This year alone.</param>
/// <param name="Viewpoint">Through these eyes alone.</param>
/// <param name="KnownAt">As known at this instant.</param>
public sealed record GetObservatory(
    string? Domain,
    string? Region,
    int? Year,
    Viewpoint? Viewpoint,
    DateTimeOffset? KnownAt
) : ISnapshotQuery<ObservatoryReply>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.UnknownCode, CommonRefusals.DateInFuture];
}

/// <summary>Observations, their lowest and highest, and what is published of the whole country.</summary>
/// <param name="Measures">Over all regions, also where one alone is asked for.</param>
public sealed record ObservatoryReply(
    IReadOnlyList<ObservationReply> Items,
    IReadOnlyList<ObservedMeasure> Measures,
    IReadOnlyList<NationalFigureReply> National
);

/// <summary>An observation.</summary>
/// <param name="Rank">Among the regions, as the source gives it.</param>
/// <param name="SampleSize">How many were asked.</param>
/// <param name="Citation">Where it is published.</param>
public sealed record ObservationReply(
    string Region,
    string RegionLabel,
    string Domain,
    string DomainLabel,
    int Year,
    string Source,
    Viewpoint Viewpoint,
    string ViewpointLabel,
    decimal Value,
    string Unit,
    int? Rank,
    int? SampleSize,
    string Citation
);

internal sealed class GetObservatoryHandler(IPipelineDb db, ICaller caller, TimeProvider time)
    : IRequestHandler<GetObservatory, ObservatoryReply>
{
    public async Task<ObservatoryReply> Handle(GetObservatory request, CancellationToken cancellationToken)
    {
        var language = caller.Language;
        if (request.Domain is { } domain)
            Guard.KnownCode(domain, "domain", Domains.All.Select(d => d.Code));
        if (request.Region is { } region)
            Guard.KnownCode(region, "region", Regions.All.Select(r => r.Code));
        var view = await AsOfView.OpenAsync(db, null, request.KnownAt, time.GetUtcNow(), cancellationToken);
        var observations = await view.KnownObservations()
            .Where(o =>
                (request.Domain == null || o.Domain == request.Domain)
                && (request.Year == null || o.Year == request.Year)
                && (request.Viewpoint == null || o.Viewpoint == request.Viewpoint)
            )
            .NewestAsync(cancellationToken);
        return new(
            [
                .. observations
                    .Where(o => request.Region is null || o.Region == request.Region)
                    .Select(o => new ObservationReply(
                        o.Region,
                        Regions.Find(o.Region)!.Label.In(language),
                        o.Domain,
                        Domains.Find(o.Domain)!.Label.In(language),
                        o.Year,
                        o.Source,
                        o.Viewpoint,
                        Labels.Of(o.Viewpoint).In(language),
                        o.Value,
                        o.Unit,
                        o.Rank,
                        o.SampleSize,
                        o.Citation
                    )),
            ],
            ObservedMeasure.Of(observations, language),
            NationalFigureReply.All(language)
        );
    }
}
