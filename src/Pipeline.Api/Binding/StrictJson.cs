using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Domain.Common;

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
                Add(path, BindingRefusals.NullValue);
            return;
        }
        type = Nullable.GetUnderlyingType(type) ?? type;
        // Read by a converter of its own, and judged as what it is written as.
        if (type == typeof(PlanAmount))
            type = value.ValueKind switch
            {
                JsonValueKind.Object => typeof(MoneyDto),
                JsonValueKind.Number => typeof(decimal),
                _ => type,
            };
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
                Add(field, BindingRefusals.UnknownFieldOf(sent.Name, properties.Keys));
                continue;
            }
            var faults = _faults.Count;
            Check(sent.Value, property.PropertyType, field, property.IsSetNullable);
            if (_faults.Count == faults && sent.Value.ValueKind != JsonValueKind.Null)
                CheckLimits(sent.Value, property, field);
        }
        foreach (var missing in properties.Values.Where(p => p.IsRequired && !value.TryGetProperty(p.Name, out _)))
            Add(Join(path, missing.Name), CommonRefusals.Required.With(missing.Name));
    }

    private void CheckLeaf(JsonElement value, Type type, string path)
    {
        try
        {
            // The converter would take any case, blanks, and several codes as one.
            if (type.IsEnum && !(value.ValueKind == JsonValueKind.String && CodesOf(type).Contains(value.GetString())))
            {
                Add(path, Expected(type, value.GetRawText()));
                return;
            }
            value.Deserialize(type, options);
            if (type == typeof(decimal) && !ExactNumber.IsKept(value.GetRawText(), value.GetDecimal()))
                Add(path, BindingRefusals.TooManyDigits.With(path));
            if (value.ValueKind == JsonValueKind.String && Guard.NoText(value.GetString()!, path) is { } fault)
                _faults.Add(fault);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            Add(path, Expected(type, value.GetRawText()));
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
                        BindingRefusals.TextLength.With(
                            field,
                            value.GetString()!.Length,
                            Between(l.MinimumLength, l.MaximumLength)
                        )
                    );
                    break;
                case MaxLengthAttribute l when value.GetArrayLength() > l.Length:
                    Add(field, BindingRefusals.TooManyEntries.With(field, value.GetArrayLength(), l.Length));
                    break;
                case MinLengthAttribute l when value.GetArrayLength() < l.Length:
                    Add(field, BindingRefusals.TooFewEntries.With(field, l.Length));
                    break;
                // The attribute's own judgement rounds to whole numbers, and fails over large ones.
                case RangeAttribute r
                    when value.GetDouble() < Convert.ToDouble(r.Minimum, CultureInfo.InvariantCulture)
                        || value.GetDouble() > Convert.ToDouble(r.Maximum, CultureInfo.InvariantCulture):
                    Add(field, BindingRefusals.NumberOutOfRange.With(field, value.GetRawText(), r.Minimum, r.Maximum));
                    break;
                // All of it: $ also matches before a last line break.
                case RegularExpressionAttribute p
                    when Regex.Match(value.GetString()!, p.Pattern).Length != value.GetString()!.Length:
                    Add(field, BindingRefusals.InvalidForm.With(field, p.Pattern));
                    break;
            }
    }

    private static Refusal Expected(Type type, string raw)
    {
        if (raw.Length > 60)
            raw = raw[..60] + "…";
        return type.IsEnum
            ? BindingRefusals.UnknownValue.With(raw, string.Join(", ", CodesOf(type)))
            : Misread(type).With(raw);
    }

    private static IEnumerable<string> CodesOf(Type type) =>
        Enum.GetValuesAsUnderlyingType(type).Cast<object>().Select(v => Codes.Of((Enum)Enum.ToObject(type, v)));

    private static Refusal Misread(Type type) =>
        type == typeof(Guid) ? BindingRefusals.InvalidId
        : type == typeof(DateOnly) ? CommonRefusals.InvalidDate
        : type == typeof(DateTimeOffset) ? BindingRefusals.InvalidInstant
        : type == typeof(bool) ? BindingRefusals.InvalidBoolean
        : type == typeof(string) ? BindingRefusals.InvalidText
        : type == typeof(int) || type == typeof(long) ? BindingRefusals.InvalidWholeNumber
        : type.IsPrimitive || type == typeof(decimal) ? CommonRefusals.InvalidNumber
        : type == typeof(PlanAmount) ? BindingRefusals.InvalidAmount
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
            ? BindingRefusals.InvalidObject
        : typeof(System.Collections.IEnumerable).IsAssignableFrom(type) ? BindingRefusals.InvalidList
        : BindingRefusals.InvalidObject;

    private static Text Between(int min, int max) =>
        min > 0
            ? new($"at least {min}, at most {max}", $"au moins {min}, au plus {max}")
            : new($"at most {max}", $"au plus {max}");

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void Add(string path, Refusal refusal) => _faults.Add(refusal.On(path));
}
