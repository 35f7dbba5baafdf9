using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>One reason why a move is not open now.</summary>
/// <param name="Refusal">What a report would be refused with, in words, with what would help.</param>
public sealed record Obstacle(Refusal Refusal);
