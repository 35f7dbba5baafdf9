using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reference;

/// <summary>A domain of fragility in which projects act (ECO).</summary>
/// <param name="Code">Stable camelCase code.</param>
/// <param name="Family">The family it belongs to.</param>
/// <param name="Label">Its name.</param>
public sealed record FragilityDomain(string Code, DomainFamily Family, Text Label);
