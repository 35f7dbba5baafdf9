using Pipeline.Domain.Records;

namespace Pipeline.Application.Records;

/// <summary>A fact, read.</summary>
/// <param name="Entry">As it is stored.</param>
/// <param name="Says">What it says.</param>
/// <param name="ReversedById">The opposite entry that took it back; null while it stands.</param>
public sealed record Fact<T>(FactEntry Entry, T Says, Guid? ReversedById)
{
    /// <summary>Neither taken back nor the entry that takes another one back.</summary>
    public bool Stands => Entry.ReversesId is null && ReversedById is null;

    /// <summary>An entry that was just recorded: nothing takes it back yet.</summary>
    internal static Fact<T> New(FactEntry entry) => new(entry, RecordJson.Read<T>(entry.Json), null);

    internal static IReadOnlyList<Fact<T>> Of(IReadOnlyList<FactEntry> entries)
    {
        var reversals = entries.Where(e => e.ReversesId is not null).ToDictionary(e => e.ReversesId!.Value, e => e.Id);
        return
        [
            .. entries.Select(e => new Fact<T>(
                e,
                RecordJson.Read<T>(e.Json),
                reversals.TryGetValue(e.Id, out var reversal) ? reversal : null
            )),
        ];
    }
}
