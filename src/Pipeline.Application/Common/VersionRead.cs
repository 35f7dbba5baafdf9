namespace Pipeline.Application.Common;

/// <summary>What a caller says of the version that was read before a write which makes something, or replaces what is there.</summary>
/// <param name="Version">The version; null for any.</param>
public sealed record VersionRead(long? Version);
