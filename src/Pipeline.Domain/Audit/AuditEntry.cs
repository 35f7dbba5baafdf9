using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Audit;

/// <summary>
/// One change of record: a link of the one chain that all changes of the instance form (docs/adr/0007). Each carries the hash of the one before,
/// so that none can be changed, taken out or put in unseen.
/// </summary>
public sealed class AuditEntry : IAppendOnly, ISequenced
{
    /// <summary>What the first entry carries as the hash of the one before: 64 zeros.</summary>
    public static readonly string Genesis = new('0', HashLength);

    /// <summary>SHA-256 in hexadecimal.</summary>
    public const int HashLength = 64;

    /// <summary>Longest id of a request.</summary>
    public const int RequestIdLength = 100;

    // The form of what is hashed, so that a later form can be told from this one.
    private const string Form = "1";

    private AuditEntry() { }

    internal AuditEntry(long sequence, string previousHash, AuditOrigin origin, AuditChange change)
    {
        (Sequence, PreviousHash) = (sequence, previousHash);
        (UserId, RequestId, RecordedAt) = (origin.UserId, origin.RequestId, origin.At.ToUniversalTime());
        (Kind, EntityId, ProjectId, Action, Changes) = (
            change.Kind,
            change.EntityId,
            change.ProjectId,
            change.Action,
            change.Changes
        );
        Hash = ComputeHash();
    }

    /// <summary>From 1, without gaps over the whole instance.</summary>
    public long Sequence { get; private init; }

    /// <summary>When it was written (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>Who did it.</summary>
    public Guid UserId { get; private init; }

    /// <summary>From which request: its trace id, or the run of the command line.</summary>
    public string RequestId { get; private init; } = "";

    /// <summary>What was changed.</summary>
    public AuditKind Kind { get; private init; }

    /// <summary>Which one: a UUID, or the key of reference data.</summary>
    public string EntityId { get; private init; } = "";

    /// <summary>The project that it belongs to; null where it belongs to none.</summary>
    public Guid? ProjectId { get; private init; }

    /// <summary>What was done to it.</summary>
    public AuditAction Action { get; private init; }

    /// <summary>A JSON list of <c>{ field, from, to }</c>, kept as text: it is hashed as it was written.</summary>
    public string Changes { get; private init; } = "";

    /// <summary>The hash of the entry before; <see cref="Genesis"/> in the first one.</summary>
    public string PreviousHash { get; private init; } = "";

    /// <summary>SHA-256 over everything above, in hexadecimal.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>
    /// The hash of what the entry says now: SHA-256 over its fields as netstrings (length in bytes of UTF-8, colon, text, comma), so that no two
    /// entries run together to the same bytes and anybody can compute it again.
    /// </summary>
    public string ComputeHash()
    {
        var text = new StringBuilder(Changes.Length + 512);
        foreach (
            var field in new[]
            {
                Form,
                Sequence.ToString(CultureInfo.InvariantCulture),
                RecordedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                UserId.ToString(),
                RequestId,
                CodeOf(Kind),
                EntityId,
                ProjectId?.ToString() ?? "",
                CodeOf(Action),
                Changes,
                PreviousHash,
            }
        )
            text.Append(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:")
                .Append(field)
                .Append(',');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    // A row that somebody tampered with may hold what is no code: that is a fault to be found, not a failure.
    private static string CodeOf<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value) ? Codes.Of(value) : "";
}
