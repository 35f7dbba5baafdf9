using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Application.Access;

/// <summary>Random secrets: shown once, and kept as their hash. At 256 bits nobody guesses them, so that a plain hash is enough, and can be looked up.</summary>
public static class Secret
{
    /// <summary>Characters of a hash.</summary>
    public const int HashLength = 64;

    private const int Bytes = 32;

    /// <summary>A new one, fit for an address and a header.</summary>
    public static string New(string prefix = "") =>
        prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 as hexadecimal digits.</summary>
    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
