using Microsoft.AspNetCore.Identity;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Identity;

/// <summary>Addresses as they are looked up: as the framework does, also where somebody typed what is no character, of which it cannot make anything.</summary>
internal sealed class SignInNames : ILookupNormalizer
{
    private readonly UpperInvariantLookupNormalizer _names = new();

    public string? NormalizeName(string? name) => _names.NormalizeName(name is null ? null : Folded.Normal(name));

    public string? NormalizeEmail(string? email) => _names.NormalizeEmail(email is null ? null : Folded.Normal(email));
}
