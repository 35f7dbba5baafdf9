using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Closings;

/// <summary>
/// A key that signs closings, the same for all instances on one database (ECDSA over P-256). Its public half is kept for ever, so that whatever was signed
/// can be checked; its private half lies under seal.
/// </summary>
public sealed class ClosingKey : IAppendOnly
{
    private ClosingKey() { }

    /// <summary>A new key.</summary>
    /// <param name="key">The public half, a point on P-256.</param>
    /// <param name="sealedPrivateKey">The private half, PKCS #8 in base64, which only the instances' keys open.</param>
    /// <param name="now">When (UTC).</param>
    public ClosingKey(ECParameters key, string sealedPrivateKey, DateTimeOffset now)
    {
        (X, Y) = (Base64Url.EncodeToString(key.Q.X), Base64Url.EncodeToString(key.Q.Y));
        (Id, SealedPrivateKey, RecordedAt) = (Thumbprint(X, Y), sealedPrivateKey, now);
    }

    /// <summary>Its thumbprint as JSON Web Key (RFC 7638): SHA-256, base64url.</summary>
    public string Id { get; private init; } = "";

    /// <summary>The point's first coordinate, base64url.</summary>
    public string X { get; private init; } = "";

    /// <summary>The point's second coordinate, base64url.</summary>
    public string Y { get; private init; } = "";

    /// <summary>Under seal, what signs.</summary>
    public string SealedPrivateKey { get; private init; } = "";

    /// <summary>Since when it signs (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Whether it made a signature.</summary>
    /// <param name="statement">Of this text.</param>
    /// <param name="signature">Base64url.</param>
    public bool Verifies(string statement, string signature)
    {
        if (!Base64Url.IsValid(signature))
            return false;
        var point = new ECPoint { X = Base64Url.DecodeFromChars(X), Y = Base64Url.DecodeFromChars(Y) };
        using var key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point });
        return key.VerifyData(
            Encoding.UTF8.GetBytes(statement),
            Base64Url.DecodeFromChars(signature),
            HashAlgorithmName.SHA256
        );
    }

    // The members that the standard names, in its order and without blanks.
    private static string Thumbprint(string x, string y) =>
        Base64Url.EncodeToString(
            SHA256.HashData(Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}"""))
        );
}
