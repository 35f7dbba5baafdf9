namespace Pipeline.Domain.Projects;

/// <summary>Somebody to be mobilised.</summary>
/// <param name="Kind">As what (RC 5-2).</param>
/// <param name="Name">Who; may be missing.</param>
/// <param name="OrganisationId">The organisation, when the directory knows it.</param>
/// <param name="Level">How far mobilised, 0 to 3.</param>
public sealed record StakeholderDescription(StakeholderKind Kind, string? Name, Guid? OrganisationId, int Level);
