using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>One reason why a move is not open now.</summary>
/// <param name="Code">Stable code: <c>transition_not_permitted</c>, <c>report_pending</c>, <c>gate_not_met</c>, <c>managers_only</c>, <c>not_a_reporter</c>.</param>
/// <param name="Message">In words, with what would help.</param>
public sealed record Obstacle(string Code, Text Message);
