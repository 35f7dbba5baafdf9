using Microsoft.AspNetCore.DataProtection;
using Pipeline.Application.Common;

namespace Pipeline.Infrastructure.Identity.Keys;

/// <summary>Seals with the Data Protection keys.</summary>
internal sealed class SecretSeal(IDataProtectionProvider protection) : ISecretSeal
{
    private readonly IDataProtector _seal = protection.CreateProtector("Pipeline.Secrets");

    public string Seal(string secret) => _seal.Protect(secret);

    public string Open(string sealedSecret) => _seal.Unprotect(sealedSecret);
}
