using System.Security.Cryptography;
using Pipeline.Application.Common;

namespace Pipeline.Application.Notifications;

/// <summary>What a mail holds so that it can be the last one: who it was for, under seal. It is good for nothing else.</summary>
public sealed class MailTokens(ISecretSeal seal)
{
    private const string Purpose = "end-mail:";

    /// <summary>Somebody's token.</summary>
    public string Of(Guid userId) => seal.Seal($"{Purpose}{userId}");

    /// <summary>Whose it is; null where it is none.</summary>
    public Guid? Open(string token)
    {
        try
        {
            var said = seal.Open(token);
            return
                said.StartsWith(Purpose, StringComparison.Ordinal) && Guid.TryParse(said[Purpose.Length..], out var id)
                ? id
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
