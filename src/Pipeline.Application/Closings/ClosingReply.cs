using System.Text.Json;
using Pipeline.Application.Common;
using Pipeline.Domain.Closings;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Closings;

/// <summary>A closing: what it is of, what was kept, and what proves it.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Number">From 1 within the portfolio.</param>
/// <param name="AsOf">The last day of the period.</param>
/// <param name="KnownAt">What was recorded later is not in it (UTC).</param>
/// <param name="Note">What was said of it.</param>
/// <param name="RecordedAt">When it was made (UTC).</param>
/// <param name="RecordedBy">By whom.</param>
/// <param name="Files">What is kept, each with its SHA-256.</param>
/// <param name="Signature">Of the list of hashes.</param>
/// <param name="Figures">The dashboard as it was closed, in the language that is asked for; null in lists.</param>
public sealed record ClosingReply(
    Guid Id,
    int Number,
    DateOnly AsOf,
    DateTimeOffset KnownAt,
    string? Note,
    DateTimeOffset RecordedAt,
    NamedRef RecordedBy,
    IReadOnlyList<ClosingFileReply> Files,
    ClosingSignatureReply Signature,
    JsonElement Figures
)
{
    private static readonly JsonElement None = JsonElement.Parse("null"u8);

    internal static ClosingReply Of(Closing c, IReadOnlyDictionary<Guid, string> names, JsonElement? figures = null) =>
        new(
            c.Id,
            c.Number,
            c.AsOf,
            c.KnownAt,
            c.Note,
            c.RecordedAt,
            new(c.RecordedBy, names.GetValueOrDefault(c.RecordedBy, "")),
            [
                .. c
                    .Files.OrderBy(f => f.Kind)
                    .ThenBy(f => f.Language)
                    .Select(f => new ClosingFileReply(f.Kind, f.Language, f.Size, f.Sha256)),
            ],
            new(ClosingKeyReply.Algorithm, c.KeyId, c.Statement, c.Signature),
            figures ?? None
        );
}

/// <summary>A file that a closing keeps.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Language">What it is written in.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of the bytes.</param>
public sealed record ClosingFileReply(ClosingFileKind Kind, Language Language, long Size, string Sha256);

/// <summary>What proves a closing.</summary>
/// <param name="Algorithm">ES256: ECDSA over P-256 with SHA-256 (RFC 7518, 3.4).</param>
/// <param name="KeyId">The key's <c>kid</c> among <c>/.well-known/pipeline-closing-keys</c>.</param>
/// <param name="Statement">What is signed, in UTF-8: closing, portfolio, day, instant and the hash of each file.</param>
/// <param name="Value">The signature, base64url.</param>
public sealed record ClosingSignatureReply(string Algorithm, string KeyId, string Statement, string Value);
