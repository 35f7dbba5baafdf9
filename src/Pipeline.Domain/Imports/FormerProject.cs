namespace Pipeline.Domain.Imports;

/// <summary>What a project was called, what it was about, whose it was and since when before an import restated it.</summary>
/// <param name="StartedOn">Null in imports from before it was kept, whose reversal leaves the beginning where it is.</param>
public sealed record FormerProject(string Name, string? Summary, Guid OwnerOrganisationId, DateOnly? StartedOn = null);
