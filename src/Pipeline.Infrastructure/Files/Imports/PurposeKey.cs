using System.Security.Cryptography;
using System.Text;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Files.Imports;

/// <summary>A purpose short enough for a code: the same purpose always gives the same key, in whatever order the lines of a decision come.</summary>
internal static class PurposeKey
{
    private const int Letters = 30;

    /// <summary>Its first letters; where there are more, eight digits of its hash behind them.</summary>
    public static string Of(string purpose)
    {
        var words = string.Concat(Folded.Of(purpose).Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        var slug = string.Join('-', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length <= Letters
            ? slug
            : $"{slug[..Letters].TrimEnd('-')}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(slug)))[..8]}";
    }
}
