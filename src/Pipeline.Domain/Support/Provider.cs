namespace Pipeline.Domain.Support;

/// <summary>Who accompanies a project.</summary>
/// <param name="OrganisationId">Of the directory.</param>
/// <param name="Kind">In which capacity.</param>
public sealed record Provider(Guid OrganisationId, ProviderKind Kind);
