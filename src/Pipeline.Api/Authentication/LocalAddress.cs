using Pipeline.Api.Binding;

namespace Pipeline.Api.Authentication;

/// <summary>Where somebody is led back to.</summary>
internal static class LocalAddress
{
    private const int MostCharacters = 2000;

    /// <summary>The address of a page of this site, or its beginning: nobody is led elsewhere by a link that was slipped in, nor to what only programs read.</summary>
    public static string Inside(string? address) =>
        address is { Length: > 0 and <= MostCharacters }
        && address[0] == '/'
        && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.Contains('\\')
        && !address.Any(char.IsControl)
        && PageRequests.CanBeShown(address.Split('?', '#')[0])
            ? Ascii(address)
            : "/";

    // A header holds no other letters; an address that a person wrote may.
    private static string Ascii(string address) =>
        string.Concat(address.EnumerateRunes().Select(r => r.IsAscii ? $"{r}" : Uri.EscapeDataString($"{r}")));
}
