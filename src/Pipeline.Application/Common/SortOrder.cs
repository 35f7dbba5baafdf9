using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>In which order a list is asked for.</summary>
/// <param name="Name">One of those that the list knows.</param>
/// <param name="Down">Turned round.</param>
internal readonly record struct SortOrder(string Name, bool Down)
{
    /// <summary>Reads what was asked; the first order that is known where nothing was.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_sort</c>.</exception>
    public static SortOrder Read(string? asked, IReadOnlyList<string> known)
    {
        if (asked is null)
            return new(known[0], Down: false);
        var down = asked.StartsWith('-');
        var name = asked[(down ? 1 : 0)..];
        return known.Contains(name)
            ? new(name, down)
            : throw ListRefusals.UnknownSort.With(asked, string.Join(", ", known)).At("sort");
    }
}
