using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Api.Binding;

/// <summary>
/// Holds a JSON body against the type it is meant for and finds everything that is wrong with its shape, each with its path: unknown and missing
/// fields, wrong kinds, unknown codes, texts and lists over their limits. The limits are the type's own attributes, which the OpenAPI document
/// shows as well.
/// </summary>
internal sealed class StrictJson(JsonSerializerOptions options)
{
    private readonly List<Fault> _faults = [];

    /// <exception cref="InvalidValueException">All faults of the body.</exception>
    public T Read<T>(JsonElement body)
    {
        Check(body, typeof(T), "", nullable: false);
        if (_faults.Count > 0)
            throw InvalidValueException.Of(_faults);
        return body.Deserialize<T>(options)!;
    }

    private void Check(JsonElement value, Type type, string path, bool nullable)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            if (!nullable)
                Add(
                    path,
                    "required",
                    new("A value is required, null is none.", "Une valeur est obligatoire, null n'en est pas une.")
                );
            return;
        }
        type = Nullable.GetUnderlyingType(type) ?? type;
        var info = options.GetTypeInfo(type);
        switch (info.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                CheckObject(value, info, path);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                foreach (var (item, i) in value.EnumerateArray().Select((item, i) => (item, i)))
                    Check(item, info.ElementType!, $"{path}[{i}]", nullable: false);
                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                foreach (var entry in value.EnumerateObject())
                    Check(entry.Value, info.ElementType!, Join(path, entry.Name), nullable: false);
                break;
            default:
                CheckLeaf(value, type, path);
                break;
        }
    }

    private void CheckObject(JsonElement value, JsonTypeInfo info, string path)
    {
        var properties = info.Properties.ToDictionary(p => p.Name);
        foreach (var sent in value.EnumerateObject())
        {
            var field = Join(path, sent.Name);
            if (!properties.TryGetValue(sent.Name, out var property))
            {
                var known = string.Join(", ", properties.Keys);
                Add(
                    field,
                    "unknown_field",
                    new(
                        $"There is no field '{sent.Name}' here; known are {known}.",
                        $"Il n'y a pas de champ « {sent.Name} » ici ; sont connus {known}."
                    )
                );
                continue;
            }
            var faults = _faults.Count;
            Check(sent.Value, property.PropertyType, field, property.IsSetNullable);
            if (_faults.Count == faults && sent.Value.ValueKind != JsonValueKind.Null)
                CheckLimits(sent.Value, property, field);
        }
        foreach (var missing in properties.Values.Where(p => p.IsRequired && !value.TryGetProperty(p.Name, out _)))
            Add(
                Join(path, missing.Name),
                "required",
                new($"{missing.Name} is required.", $"{missing.Name} est obligatoire.")
            );
    }

    private void CheckLeaf(JsonElement value, Type type, string path)
    {
        try
        {
            value.Deserialize(type, options);
            if (value.ValueKind == JsonValueKind.String && TextMiddleware.HasNul(value.GetString()))
                Add(path, "invalid_text", TextMiddleware.Sentence);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            var (code, message) = Expected(type, value.GetRawText());
            Add(path, code, message);
        }
    }

    private void CheckLimits(JsonElement value, JsonPropertyInfo property, string field)
    {
        foreach (
            var limit in property
                .AttributeProvider?.GetCustomAttributes(typeof(ValidationAttribute), true)
                .Cast<ValidationAttribute>()
                ?? []
        )
            switch (limit)
            {
                case StringLengthAttribute l
                    when value.GetString()!.Length > l.MaximumLength || value.GetString()!.Length < l.MinimumLength:
                    Add(
                        field,
                        "too_long",
                        new(
                            $"{field} has {value.GetString()!.Length} characters; {Between(l.MinimumLength, l.MaximumLength, "at least", "at most")}.",
                            $"{field} compte {value.GetString()!.Length} caractères ; {Between(l.MinimumLength, l.MaximumLength, "au moins", "au plus")}."
                        )
                    );
                    break;
                case MaxLengthAttribute l when value.GetArrayLength() > l.Length:
                    Add(
                        field,
                        "too_many",
                        new(
                            $"{field} has {value.GetArrayLength()} entries; at most {l.Length}.",
                            $"{field} compte {value.GetArrayLength()} entrées ; au plus {l.Length}."
                        )
                    );
                    break;
                case MinLengthAttribute l when value.GetArrayLength() < l.Length:
                    Add(
                        field,
                        "required",
                        new($"{field} needs at least {l.Length} entry.", $"{field} demande au moins {l.Length} entrée.")
                    );
                    break;
                // The attribute's own judgement rounds to whole numbers, and fails over large ones.
                case RangeAttribute r
                    when value.GetDouble() < Convert.ToDouble(r.Minimum, CultureInfo.InvariantCulture)
                        || value.GetDouble() > Convert.ToDouble(r.Maximum, CultureInfo.InvariantCulture):
                    Add(
                        field,
                        "out_of_range",
                        new(
                            $"{field} is {value.GetRawText()}; {r.Minimum} to {r.Maximum} is expected.",
                            $"{field} vaut {value.GetRawText()} ; {r.Minimum} à {r.Maximum} est attendu."
                        )
                    );
                    break;
                case RegularExpressionAttribute p when !Regex.IsMatch(value.GetString()!, p.Pattern):
                    Add(
                        field,
                        "invalid_form",
                        new($"{field} does not have the form {p.Pattern}.", $"{field} n'a pas la forme {p.Pattern}.")
                    );
                    break;
            }
    }

    private static (string Code, Text Message) Expected(Type type, string raw)
    {
        if (raw.Length > 60)
            raw = raw[..60] + "…";
        if (type.IsEnum)
        {
            var codes = string.Join(
                ", ",
                Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(v => Codes.Of((Enum)Enum.ToObject(type, v)))
            );
            return (
                "unknown_code",
                new($"{raw} is not known here; known are {codes}.", $"{raw} est inconnu ici ; sont connus {codes}.")
            );
        }
        var (code, en, fr) = type switch
        {
            _ when type == typeof(Guid) => ("invalid_id", "a UUID", "un UUID"),
            _ when type == typeof(DateOnly) => (
                "invalid_date",
                "a date as yyyy-MM-dd",
                "une date au format aaaa-MM-jj"
            ),
            _ when type == typeof(DateTimeOffset) => (
                "invalid_instant",
                "an instant as 2026-01-31T12:00:00Z",
                "un instant comme 2026-01-31T12:00:00Z"
            ),
            _ when type == typeof(bool) => ("invalid_boolean", "true or false", "true ou false"),
            _ when type == typeof(string) => ("invalid_text", "a text", "un texte"),
            _ when type.IsPrimitive || type == typeof(decimal) => (
                "invalid_number",
                type == typeof(int) || type == typeof(long) ? "a whole number" : "a number",
                type == typeof(int) || type == typeof(long) ? "un nombre entier" : "un nombre"
            ),
            _ when type == typeof(Application.Ledgers.PlanAmount) => (
                "invalid_amount",
                "a number, or money as { \"amount\": 1250.50, \"currency\": \"EUR\" }",
                "un nombre, ou un montant comme { \"amount\": 1250.50, \"currency\": \"EUR\" }"
            ),
            _ when typeof(System.Collections.IEnumerable).IsAssignableFrom(type) => (
                "invalid_list",
                "a list",
                "une liste"
            ),
            _ => ("invalid_object", "an object", "un objet"),
        };
        return (
            code,
            new($"{raw} is not what is expected here: {en}.", $"{raw} n'est pas ce qui est attendu ici : {fr}.")
        );
    }

    private static string Between(int min, int max, string atLeast, string atMost) =>
        min > 0 ? $"{atLeast} {min}, {atMost} {max}" : $"{atMost} {max}";

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void Add(string path, string code, Text message) => _faults.Add(new(path, code, message));
}
