using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Pipeline.Api.Problems;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.Api.Authentication.SingleSignOn;

/// <summary>
/// What a browser carries from the provider's answer to the client that asked: who came in, or why nobody did, sealed. It is worth nothing without
/// the secret that the client began with, so that neither a code that somebody else has read nor one that was slipped in signs anybody in.
/// </summary>
internal sealed class SignInCodes(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long a browser may take for its way back.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private readonly IDataProtector _seal = protection.CreateProtector("Pipeline.SingleSignOn.Code");

    /// <param name="challenge">What the client's secret is held against.</param>
    /// <param name="user">Who came in.</param>
    public string For(string challenge, PipelineUser user) =>
        Seal(
            new()
            {
                Challenge = challenge,
                UserId = user.Id,
                Stamp = user.SecurityStamp,
                SessionId = Guid.CreateVersion7(time.GetUtcNow()),
            }
        );

    /// <summary>Why nobody came in: no secret of anybody's, hence for whoever asks.</summary>
    public string Refusing(HttpRefusal refusal) =>
        Seal(
            new()
            {
                Status = refusal.Status,
                Code = refusal.Code,
                En = refusal.Sentence.En,
                Fr = refusal.Sentence.Fr,
            }
        );

    /// <summary>Who came in.</summary>
    /// <exception cref="HttpProblemException">401: the code is not valid, or not any more, or another client's; or the refusal that it carries.</exception>
    public SignInAttempt Open(string code, string verifier)
    {
        if (Unseal(code) is not { } found || found.ExpiresAt <= time.GetUtcNow())
            throw SignInRefusals.CodeNotValid.Exception();
        if (found.Code is { } refusal)
            throw new HttpRefusal(found.Status, refusal, new(found.En!, found.Fr!)).Exception();
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(found.Challenge!),
            Encoding.UTF8.GetBytes(ChallengeOf(verifier))
        )
            ? found
            : throw SignInRefusals.CodeNotValid.Exception();
    }

    /// <summary>SHA-256 in base64url without padding, as PKCE has it (RFC 7636).</summary>
    public static string ChallengeOf(string verifier) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(verifier)));

    private string Seal(SignInAttempt attempt) =>
        Base64Url.EncodeToString(
            _seal.Protect(JsonSerializer.SerializeToUtf8Bytes(attempt with { ExpiresAt = time.GetUtcNow() + Lifetime }))
        );

    private SignInAttempt? Unseal(string code)
    {
        try
        {
            return JsonSerializer.Deserialize<SignInAttempt>(_seal.Unprotect(Base64Url.DecodeFromChars(code)));
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }
}

/// <summary>What a code says.</summary>
internal sealed record SignInAttempt
{
    /// <summary>Until when (UTC).</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>What the client's secret is held against.</summary>
    public string? Challenge { get; init; }

    /// <summary>Who.</summary>
    public Guid UserId { get; init; }

    /// <summary>Their security stamp then: whoever was locked or took another password since does not come in.</summary>
    public string? Stamp { get; init; }

    /// <summary>The session that it opens; one at most.</summary>
    public Guid SessionId { get; init; }

    /// <summary>The refusal's status; 0 where somebody came in.</summary>
    public int Status { get; init; }

    /// <summary>The refusal's code.</summary>
    public string? Code { get; init; }

    /// <summary>The refusal in English.</summary>
    public string? En { get; init; }

    /// <summary>The refusal in French.</summary>
    public string? Fr { get; init; }
}
