using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Projects;

/// <summary>Where a project acts.</summary>
/// <param name="Name">As people there call it.</param>
/// <param name="Level">Local to international.</param>
/// <param name="Region">Region code of the reference data, or missing.</param>
/// <param name="SizeSegment">By inhabitants, or missing.</param>
/// <param name="Since">Since when it acts there; without a date it does already, a later date is a plan.</param>
/// <param name="Role">An experiment's, a deployment's, or both, as what was recorded before roles were.</param>
/// <param name="Adaptation">What was changed for the place: each one adapts anew, copying is not learning (RC l.4962-4973, l.5858).</param>
/// <param name="CarrierOrganisationId">Who carries it there; null where it is the project's own organisation.</param>
/// <param name="ClosedOn">From when it acts there no more; null while it does.</param>
public sealed record TerritoryDescription(
    string Name,
    TerritorialLevel Level,
    string? Region,
    SizeSegment? SizeSegment,
    DateOnly? Since,
    TerritoryRole Role = TerritoryRole.Both,
    string? Adaptation = null,
    Guid? CarrierOrganisationId = null,
    DateOnly? ClosedOn = null
)
{
    /// <summary>Whether the solution is, or is to be, tried out there.</summary>
    public bool IsNamedForExperiment(DateOnly on) => Role != TerritoryRole.Deployment && !IsClosed(on);

    /// <summary>Whether it is deployed there on a day.</summary>
    public bool IsDeployed(DateOnly on) => Role != TerritoryRole.Experiment && IsActive(on);

    /// <summary>Whether the project acts there on a day, as an experiment or otherwise.</summary>
    public bool IsActive(DateOnly on) => (Since is null || Since <= on) && !IsClosed(on);

    /// <summary>Whether it is deployed there on a day and nobody has said what was adapted; where it was tried out, it was made for the place.</summary>
    public bool LacksAdaptation(DateOnly on) =>
        Role == TerritoryRole.Deployment && IsDeployed(on) && string.IsNullOrEmpty(Adaptation);

    private bool IsClosed(DateOnly on) => ClosedOn <= on;
}
