using Pipeline.Domain.Common;

namespace Pipeline.Domain.Records;

/// <summary>The entries of a document's list, whose ids stay with them from version to version.</summary>
public static class Entries
{
    /// <summary>Entries that go by a name, and came without their id: each gets that of its name in the version before, unless another entry has it.</summary>
    /// <param name="before">The list in the version before; null for the first one.</param>
    public static IReadOnlyList<T> KnownBy<T>(
        IReadOnlyList<T>? before,
        IReadOnlyList<T> entries,
        Func<T, string> nameOf,
        Func<T, Guid?> idOf,
        Func<T, Guid, T> withId
    )
    {
        var known = (before ?? []).ToLookup(nameOf, idOf);
        var taken = entries.Select(idOf).ToHashSet();
        return
        [
            .. entries.Select(entry =>
                idOf(entry) is null && known[nameOf(entry)].FirstOrDefault() is { } id && !taken.Contains(id)
                    ? withId(entry, id)
                    : entry
            ),
        ];
    }

    /// <summary>Gives each entry its id: its own where the version before has it, a new one where it came without.</summary>
    /// <param name="before">The list in the version before; null for the first one.</param>
    /// <param name="field">What the list is called, for errors.</param>
    /// <exception cref="InvalidValueException"><c>unknown_entry</c>: an id that the version before does not have; <c>duplicate</c>; <c>too_many</c>.</exception>
    public static IReadOnlyList<T> Keep<T>(
        IReadOnlyList<T>? before,
        IReadOnlyList<T> entries,
        string field,
        Func<T, Guid?> idOf,
        Func<T, Guid, string, T> withId,
        DateTimeOffset now
    )
    {
        var known = (before ?? []).Select(idOf).OfType<Guid>().ToHashSet();
        var taken = new HashSet<Guid>();
        return
        [
            .. Guard
                .List(entries, field)
                .Select(
                    (entry, i) =>
                    {
                        var at = $"{field}[{i}]";
                        if (idOf(entry) is not { } id)
                            return withId(entry, Guid.CreateVersion7(now), at);
                        if (!known.Contains(id))
                            throw DocumentRefusals.UnknownEntry.With(id).At($"{at}.id");
                        if (!taken.Add(id))
                            throw CommonRefusals.Duplicate.With(id).At($"{at}.id");
                        return withId(entry, id, at);
                    }
                ),
        ];
    }
}
