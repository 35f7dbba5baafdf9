using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Domain.Common;

/// <summary>
/// The public codes of enum members: the member's name in camelCase. Stable, never translated, stored and sent.
/// Renaming a member is therefore a change of the public contract.
/// </summary>
public static class Codes
{
    private static readonly ConcurrentDictionary<Type, Table> Tables = new();

    /// <summary>The code of a member, for example <c>societalRnd</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of its enum.</exception>
    public static string Of(Enum value) =>
        TableOf(value.GetType()).ByValue.TryGetValue(value, out var code)
            ? code
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"No member of {value.GetType().Name}.");

    /// <summary>The member with exactly this code: case counts, numbers and blanks are no codes.</summary>
    public static bool TryParse<T>([NotNullWhen(true)] string? code, out T value)
        where T : struct, Enum
    {
        if (code is not null && TableOf(typeof(T)).ByCode.TryGetValue(code, out var found))
        {
            value = (T)found;
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>All codes of an enum, in the order of its members.</summary>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => TableOf(typeof(T)).InOrder;

    private static Table TableOf(Type type) => Tables.GetOrAdd(type, static t => new Table(t));

    private sealed class Table
    {
        public Table(Type type)
        {
            var members = Enum.GetValues(type)
                .Cast<Enum>()
                .Select(m => (Member: m, Code: CamelCase(m.ToString())))
                .ToArray();
            InOrder = Array.AsReadOnly([.. members.Select(m => m.Code)]);
            ByValue = members.ToFrozenDictionary(m => m.Member, m => m.Code);
            ByCode = members.ToFrozenDictionary(m => m.Code, m => m.Member, StringComparer.Ordinal);
        }

        public IReadOnlyList<string> InOrder { get; }

        public FrozenDictionary<Enum, string> ByValue { get; }

        public FrozenDictionary<string, Enum> ByCode { get; }

        private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
    }
}
