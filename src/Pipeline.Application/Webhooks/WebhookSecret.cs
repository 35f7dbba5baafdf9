using System.Security.Cryptography;

namespace Pipeline.Application.Webhooks;

/// <summary>The secrets that sign messages, as Standard Webhooks writes them.</summary>
internal static class WebhookSecret
{
    private const int Bytes = 32;

    /// <summary>A new one: <c>whsec_</c> and 32 random bytes in Base64.</summary>
    public static string New() => $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes))}";
}
