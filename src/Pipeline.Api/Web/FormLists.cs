using System.Globalization;
using Microsoft.Extensions.Primitives;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web;

/// <summary>
/// Lists within forms, whose rows people add and take away without a script. The fields of a row begin with <c>list[0].</c>, and how many rows there are is sent beside
/// them; a row may have lists of its own. A button that adds a row or takes one away sends the form, and nothing is done. Before a form is read, what was taken away is
/// gone, and on saving what is blank too; what stays is numbered from 0, as the product numbers it in what it refuses.
/// </summary>
internal static class FormLists
{
    /// <summary>What the button that adds a row sends: the list.</summary>
    public const string More = "_more";

    /// <summary>What the button that takes a row away sends: the row.</summary>
    public const string Less = "_less";

    private const string Count = "_rows.";

    /// <summary>Whether a field is the form's own, and nothing that was typed, chosen or counted.</summary>
    public static bool IsOwn(string field) => field.StartsWith('_') && !IsCount(field);

    /// <summary>The field that says how many rows of a list are sent.</summary>
    public static string CountOf(string list) => Count + list;

    /// <summary>A row of a list.</summary>
    public static string Row(string list, int at) => $"{list}[{at.ToString(CultureInfo.InvariantCulture)}]";

    /// <summary>What was sent, without the rows that are gone.</summary>
    public static IFormCollection Settle(IFormCollection sent)
    {
        if (!sent.Keys.Any(IsCount))
            return sent;
        var fields = sent.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        var settled = new HashSet<string>(StringComparer.Ordinal);
        // A list before those within its rows: they go along with their row.
        while (fields.Keys.Where(k => IsCount(k) && !settled.Contains(k)).MinBy(Depth) is { } count)
        {
            settled.Add(count);
            Settle(fields, count[Count.Length..]);
        }
        return new FormCollection(fields, sent.Files);
    }

    private static void Settle(Dictionary<string, StringValues> fields, string list)
    {
        var less = fields.GetValueOrDefault(Less).ToString();
        var saves = !fields.ContainsKey(More) && less.Length == 0;
        var before = fields.ToList();
        var rows = Enumerable
            .Range(0, Sent(fields[CountOf(list)]))
            .Select(at => Row(list, at))
            .Where(row => row != less && !(saves && IsBlank(before, row)))
            .ToList();
        foreach (var (field, _) in before.Where(f => f.Key != CountOf(list) && IsIn(f.Key, list, '[')))
            fields.Remove(field);
        for (var at = 0; at < rows.Count; at++)
            foreach (var (field, value) in before.Where(f => IsIn(f.Key, rows[at], '.')))
                fields[Moved(field, rows[at], Row(list, at))] = value;
        fields[CountOf(list)] = rows.Count.ToString(CultureInfo.InvariantCulture);
    }

    private static int Sent(StringValues count) =>
        int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            // One more than the product takes, which then says so.
            ? Math.Min(rows, Limits.List + 1)
            : 0;

    // An id is no content: it only says which stored entry a row is.
    private static bool IsBlank(List<KeyValuePair<string, StringValues>> fields, string row) =>
        fields.TrueForAll(f =>
            IsCount(f.Key)
            || !IsIn(f.Key, row, '.')
            || f.Key.EndsWith(".id", StringComparison.Ordinal)
            || string.IsNullOrWhiteSpace(f.Value)
        );

    private static bool IsIn(string field, string place, char next)
    {
        var name = IsCount(field) ? field[Count.Length..] : field;
        return name.Length > place.Length
            && name[place.Length] == next
            && name.StartsWith(place, StringComparison.Ordinal);
    }

    private static string Moved(string field, string from, string to) =>
        IsCount(field) ? Count + to + field[(Count.Length + from.Length)..] : to + field[from.Length..];

    private static bool IsCount(string field) => field.StartsWith(Count, StringComparison.Ordinal);

    private static int Depth(string field) => field.Count(c => c == '[');
}
