using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Domain.Common;

/// <summary>The checks that every aggregate shares, each with its stable code and a sentence that names the limit.</summary>
public static class Guard
{
    /// <summary>A text that has to be there, trimmed.</summary>
    /// <exception cref="InvalidValueException"><c>required</c> or <c>too_long</c>.</exception>
    public static string Required(string? value, string field, int max) =>
        Optional(value, field, max)
        ?? throw InvalidValueException.Of(field, "required", new($"{field} is required.", $"{field} est obligatoire."));

    /// <summary>A text that may be missing, trimmed; blank counts as missing.</summary>
    /// <exception cref="InvalidValueException"><c>too_long</c>, or <c>invalid_text</c> for control characters.</exception>
    public static string? Optional(string? value, string field, int max)
    {
        var text = value?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        // Neither XML nor a spreadsheet can hold them, so they would only surface when somebody exports.
        if (NoText(text, field) is { } fault)
            throw InvalidValueException.Of([fault]);
        if (text.Length > max)
            throw InvalidValueException.Of(
                field,
                "too_long",
                new(
                    $"{field} has {text.Length} characters; at most {max} are accepted.",
                    $"{field} compte {text.Length} caractères ; {max} au plus sont acceptés."
                )
            );
        return text;
    }

    /// <summary>
    /// The first character that no text may have: a control character but line ends and tabs, of which databases make different things, or U+FFFE and U+FFFF,
    /// which are no characters and break what compares texts.
    /// </summary>
    /// <returns>The fault, <c>invalid_text</c>; null for a text that can be kept.</returns>
    public static Fault? NoText(string text, string field)
    {
        foreach (var c in text)
            if (c >= '\uFFFE' || (char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
                return new(
                    field,
                    "invalid_text",
                    new(
                        $"{field} has a character that no text can have (U+{(int)c:X4}).",
                        $"{field} comporte un caractère qu'aucun texte ne peut avoir (U+{(int)c:X4})."
                    )
                );
        return null;
    }

    /// <summary>A list within <see cref="Limits.List"/>.</summary>
    /// <exception cref="InvalidValueException"><c>too_many</c>.</exception>
    public static IReadOnlyList<T> List<T>([NotNull] IReadOnlyList<T>? items, string field, int max = Limits.List)
    {
        items ??= [];
        return items.Count <= max
            ? items
            : throw InvalidValueException.Of(
                field,
                "too_many",
                new(
                    $"{field} has {items.Count} entries; at most {max} are accepted.",
                    $"{field} compte {items.Count} entrées ; {max} au plus sont acceptées."
                )
            );
    }

    /// <summary>A code of a list.</summary>
    /// <exception cref="InvalidValueException"><c>unknown_code</c>, with the list.</exception>
    public static string KnownCode(string code, string field, IEnumerable<string> known)
    {
        if (known.Contains(code))
            return code;
        var list = string.Join(", ", known);
        throw InvalidValueException.Of(
            field,
            "unknown_code",
            new($"'{code}' is not known here; known are {list}.", $"« {code} » est inconnu ici ; sont connus {list}.")
        );
    }

    /// <summary>A date that spreadsheets know: not before <see cref="Limits.FirstDay"/>.</summary>
    /// <exception cref="InvalidValueException"><c>out_of_range</c>.</exception>
    public static DateOnly Day(DateOnly date, string field) =>
        NotBefore(
            date,
            Limits.FirstDay,
            field,
            "out_of_range",
            new("the first day that is kept", "le premier jour admis")
        );

    /// <inheritdoc cref="Day(DateOnly, string)" />
    public static DateOnly? Day(DateOnly? date, string field) => date is { } day ? Day(day, field) : null;

    /// <summary>A date that has come: today in UTC at the latest.</summary>
    /// <exception cref="InvalidValueException"><c>date_in_future</c>.</exception>
    public static DateOnly NotInFuture(DateOnly date, DateTimeOffset now, string field) =>
        date <= now.Today()
            ? date
            : throw InvalidValueException.Of(
                field,
                "date_in_future",
                new(
                    $"{field} is {date:yyyy-MM-dd}, which is in the future: today ({now.Today():yyyy-MM-dd}) at the latest.",
                    $"{field} vaut {date:yyyy-MM-dd}, dans le futur : aujourd'hui ({now.Today():yyyy-MM-dd}) au plus tard."
                )
            );

    /// <summary>A date that is not before another one.</summary>
    /// <exception cref="InvalidValueException"><paramref name="code"/>.</exception>
    public static DateOnly NotBefore(DateOnly date, DateOnly floor, string field, string code, Text floorName) =>
        date >= floor
            ? date
            : throw InvalidValueException.Of(
                field,
                code,
                new(
                    $"{field} is {date:yyyy-MM-dd}, before {floorName.En} ({floor:yyyy-MM-dd}).",
                    $"{field} vaut {date:yyyy-MM-dd}, avant {floorName.Fr} ({floor:yyyy-MM-dd})."
                )
            );

    /// <summary>The calendar day of an instant, in UTC: the one calendar the product knows.</summary>
    public static DateOnly Today(this DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
