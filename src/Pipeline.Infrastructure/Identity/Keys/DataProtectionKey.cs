namespace Pipeline.Infrastructure.Identity.Keys;

/// <summary>A key that seals tokens, as the framework writes it.</summary>
public sealed class DataProtectionKey
{
    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; init; }

    /// <summary>The framework's name for it.</summary>
    public string FriendlyName { get; init; } = "";

    /// <summary>The key; in clear unless a certificate is set (docs/operations.md).</summary>
    public string Xml { get; init; } = "";
}
