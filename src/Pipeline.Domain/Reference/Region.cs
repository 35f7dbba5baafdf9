using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reference;

/// <summary>A region in which projects act (ECO).</summary>
/// <param name="Code">Stable camelCase code, ASCII.</param>
/// <param name="Label">Its name.</param>
public sealed record Region(string Code, Text Label);
