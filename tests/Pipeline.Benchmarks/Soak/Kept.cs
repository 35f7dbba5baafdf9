using System.Security.Cryptography;
using System.Text;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Exports;

namespace Pipeline.Benchmarks.Soak;

/// <summary>What was answered, to be asked for again: the same bytes, and of a workbook the same cells.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Path">Where it is asked for, with its day and instant.</param>
/// <param name="Content">What it held.</param>
internal sealed record Kept(string Kind, string Path, string Content)
{
    public static Kept Of(string kind, string path, Reply reply) => new(kind, path, ContentOf(reply));

    public async Task AskAgainAsync(Door door)
    {
        var again = await door.GetAsync($"{Kind}, again", Path);
        door.Tally.ShouldHold(ContentOf(again) == Content, $"{Kind} {Path} was another one before");
    }

    private static string ContentOf(Reply reply)
    {
        if (reply.MediaType?.Contains("spreadsheet", StringComparison.Ordinal) != true)
            return Hash(reply.Bytes);
        // Only when it was made differs: the same person asks in the same language.
        using var book = Book.Open(reply.Bytes);
        return Hash(Encoding.UTF8.GetBytes(string.Join('\n', book.Sheets.SelectMany(s => book.Lines(s).Prepend(s)))));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
