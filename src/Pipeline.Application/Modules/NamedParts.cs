using System.Security.Cryptography;
using System.Text;

namespace Pipeline.Application.Modules;

/// <summary>
/// Names for parts of a document that have neither an id nor a code: made of their words, so that none is another's when one is put before it (docs/adr/0041). Of
/// those that say the same the second is the second.
/// </summary>
internal static class NamedParts
{
    private const int Bytes = 8;

    /// <param name="parts">In their order.</param>
    /// <param name="words">What a part says; nothing of it can be read from its name.</param>
    public static IEnumerable<(string Name, T Part)> Of<T>(IEnumerable<T> parts, Func<T, string> words)
    {
        var said = new Dictionary<string, int>();
        foreach (var part in parts)
        {
            var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words(part)))[..Bytes]);
            var times = said[name] = said.GetValueOrDefault(name) + 1;
            yield return (times == 1 ? name : $"{name}-{times}", part);
        }
    }
}
