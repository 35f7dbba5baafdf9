namespace Pipeline.Application.Territories;

/// <summary>An organisation that animates around a project and carries it as well.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Name">What the organisation was called.</param>
/// <param name="Places">The territories where it carries the project; empty where it owns the project itself.</param>
internal sealed record OperatingCatalyst(Guid ProjectId, string Name, IReadOnlyList<string> Places);
