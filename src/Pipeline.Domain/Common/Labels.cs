using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;

namespace Pipeline.Domain.Common;

/// <summary>What every member of the vocabulary is called, in both languages, as its <see cref="LabelAttribute"/> says.</summary>
public static class Labels
{
    private static readonly ConcurrentDictionary<Type, FrozenDictionary<Enum, Text>> Tables = new();

    /// <summary>What a member is called.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has no label.</exception>
    public static Text Of(Enum value) =>
        Find(value)
        ?? throw new ArgumentOutOfRangeException(nameof(value), value, $"No label for this {value.GetType().Name}.");

    /// <summary>What a member is called, where its type is known: nothing is made to look it up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value has no label.</exception>
    public static Text Of<T>(T value)
        where T : struct, Enum => Known<T>.Labels.TryGetValue(value, out var label) ? label : Of((Enum)value);

    /// <summary>What a member is called; null where the vocabulary is not for people.</summary>
    public static Text? Find(Enum value) => Tables.GetOrAdd(value.GetType(), Read).GetValueOrDefault(value);

    private static class Known<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, Text> Labels = Read(typeof(T))
            .ToFrozenDictionary(l => (T)l.Key, l => l.Value);
    }

    private static FrozenDictionary<Enum, Text> Read(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(member => (Value: (Enum)member.GetValue(null)!, Label: member.GetCustomAttribute<LabelAttribute>()))
            .Where(member => member.Label is not null)
            .ToFrozenDictionary(member => member.Value, member => new Text(member.Label!.En, member.Label.Fr));
}
