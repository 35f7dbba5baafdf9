using System.Globalization;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Cubes;

/// <summary>The values of each dimension, in the order of the vocabulary.</summary>
internal static class CubeValues
{
    /// <summary>Where nothing is said.</summary>
    public const string None = "none";

    private static readonly Text NotSaid = new("Not said", "Non précisé");

    /// <summary>All values; with <see cref="None"/> at the end where it is used.</summary>
    public static IReadOnlyList<CubeValue> Of(CubeDimension dimension, bool withNone, Language language)
    {
        IEnumerable<(string Code, Text Label)> values = dimension switch
        {
            CubeDimension.Domain => Domains.All.Select(d => (d.Code, d.Label)),
            CubeDimension.Family => Members<DomainFamily>(),
            CubeDimension.Sdg => Sdgs.All.Select(s => (s.Number.ToString(CultureInfo.InvariantCulture), s.Title)),
            CubeDimension.Region => Regions.All.Select(r => (r.Code, r.Label)),
            CubeDimension.Level => Members<TerritorialLevel>(),
            CubeDimension.SizeSegment => Members<SizeSegment>(),
            CubeDimension.Phase => Members<Phase>(),
            CubeDimension.Lever => Members<Lever>(),
            CubeDimension.Instrument => Members<Instrument>(),
            _ => Members<ActorProfile>(),
        };
        if (withNone)
            values = values.Append((None, NotSaid));
        return [.. values.Select(v => new CubeValue(v.Code, v.Label.In(language)))];
    }

    /// <summary>The tags of projects that a dimension is made of; null for one that is not.</summary>
    public static TagDimension? TagsOf(CubeDimension dimension) =>
        dimension switch
        {
            CubeDimension.Domain or CubeDimension.Family => TagDimension.Domain,
            CubeDimension.Sdg => TagDimension.Sdg,
            CubeDimension.Region => TagDimension.Region,
            CubeDimension.Level => TagDimension.Level,
            CubeDimension.SizeSegment => TagDimension.SizeSegment,
            _ => null,
        };

    /// <summary>Whether commitments say it, line by line, and projects by them alone.</summary>
    public static bool IsOfCommitments(CubeDimension dimension) =>
        dimension is CubeDimension.Lever or CubeDimension.FunderProfile or CubeDimension.Instrument;

    private static IEnumerable<(string Code, Text Label)> Members<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(m => (Codes.Of(m), Labels.Of(m)));
}
