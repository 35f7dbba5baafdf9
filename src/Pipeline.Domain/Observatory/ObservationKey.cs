namespace Pipeline.Domain.Observatory;

/// <summary>What an observation is of: of several with the same key the newest holds.</summary>
public sealed record ObservationKey(
    string Region,
    string Domain,
    int Year,
    string Source,
    Viewpoint Viewpoint,
    string Unit
);
