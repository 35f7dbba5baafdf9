using Pipeline.Domain.Common;

namespace Pipeline.Domain.Resources;

/// <summary>A way through the resources.</summary>
/// <param name="Code">As the field counts them.</param>
/// <param name="Label">Shown to people.</param>
public sealed record ReadingPath(string Code, Text Label);
