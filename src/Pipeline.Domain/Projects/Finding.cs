using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What the facts say about one criterion.</summary>
/// <param name="Met">Whether it holds.</param>
/// <param name="Detail">The figure or fact that decided, and what would mend it.</param>
public sealed record Finding(bool Met, Text Detail);
