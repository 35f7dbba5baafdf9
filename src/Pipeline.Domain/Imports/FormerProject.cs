namespace Pipeline.Domain.Imports;

/// <summary>What a project was called, what it was about and whose it was before an import restated it.</summary>
public sealed record FormerProject(string Name, string? Summary, Guid OwnerOrganisationId);
