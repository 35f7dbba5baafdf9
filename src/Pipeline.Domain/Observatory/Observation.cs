using Pipeline.Domain.Common;

namespace Pipeline.Domain.Observatory;

/// <summary>A published value of a fragility in a region: written once, a correction is a later one with the same key. Values of regions are never averaged (ECO l.163-174).</summary>
public sealed class Observation : IAppendOnly
{
    private Observation() { }

    /// <summary>An observation of a file; what it says is checked where the file is read.</summary>
    public Observation(ObservationTerms terms, Guid recordedBy, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        var key = terms.Key;
        (Region, Domain, Year, Source, Viewpoint, Unit) = (
            key.Region,
            key.Domain,
            key.Year,
            key.Source,
            key.Viewpoint,
            key.Unit
        );
        (Value, Rank, SampleSize, Citation) = (terms.Value, terms.Rank, terms.SampleSize, terms.Citation);
        (RecordedBy, RecordedAt) = (recordedBy, now);
    }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>Code of a region.</summary>
    public string Region { get; private init; } = "";

    /// <summary>Code of a domain of fragility.</summary>
    public string Domain { get; private init; } = "";

    /// <summary>The year that it is of.</summary>
    public int Year { get; private init; }

    /// <summary>Who publishes it.</summary>
    public string Source { get; private init; } = "";

    /// <summary>Through whose eyes.</summary>
    public Viewpoint Viewpoint { get; private init; }

    /// <summary>The value, in <see cref="Unit"/>.</summary>
    public decimal Value { get; private init; }

    /// <summary>What it is counted in.</summary>
    public string Unit { get; private init; } = "";

    /// <summary>Among the regions, as the source gives it; null where it gives none.</summary>
    public int? Rank { get; private init; }

    /// <summary>How many were asked; null where nobody was, or it is not said.</summary>
    public int? SampleSize { get; private init; }

    /// <summary>Where it is published.</summary>
    public string Citation { get; private init; } = "";

    /// <summary>Who brought it in.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When it was brought in (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>What it is of.</summary>
    public ObservationKey Key => new(Region, Domain, Year, Source, Viewpoint, Unit);

    /// <summary>What it says.</summary>
    public ObservationTerms Terms => new(Key, Value, Rank, SampleSize, Citation);
}
