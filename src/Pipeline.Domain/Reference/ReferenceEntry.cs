using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reference;

/// <summary>An entry of a list that an administrator may edit.</summary>
/// <param name="Code">Stable, camelCase, never translated.</param>
/// <param name="Label">Shown to people.</param>
/// <param name="Group">What it belongs under, a code.</param>
/// <param name="Citation">The source and line that it is taken from; null for this product's own.</param>
public sealed record ReferenceEntry(string Code, Text Label, string Group, string? Citation = null);
