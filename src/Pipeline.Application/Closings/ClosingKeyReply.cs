using Pipeline.Domain.Closings;

namespace Pipeline.Application.Closings;

/// <summary>A public key as JSON Web Key (RFC 7517).</summary>
/// <param name="Kid">Its thumbprint (RFC 7638).</param>
/// <param name="Kty">EC.</param>
/// <param name="Crv">P-256.</param>
/// <param name="X">The point's first coordinate, base64url.</param>
/// <param name="Y">The point's second coordinate, base64url.</param>
/// <param name="Alg">ES256.</param>
/// <param name="Use">It signs.</param>
/// <param name="CreatedAt">Since when (UTC).</param>
public sealed record ClosingKeyReply(
    string Kid,
    string Kty,
    string Crv,
    string X,
    string Y,
    string Alg,
    string Use,
    DateTimeOffset CreatedAt
)
{
    internal const string Algorithm = "ES256";

    internal static ClosingKeyReply Of(ClosingKey key) =>
        new(key.Id, "EC", "P-256", key.X, key.Y, Algorithm, "sig", key.RecordedAt);
}

/// <summary>The keys of all closings, the oldest first (JSON Web Key Set).</summary>
/// <param name="Keys">None is ever taken out.</param>
public sealed record ClosingKeysReply(IReadOnlyList<ClosingKeyReply> Keys);
