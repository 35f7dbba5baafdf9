using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Domain.Common;

namespace Pipeline.Infrastructure.Persistence.Audit;

/// <summary>Values as the audit writes them: JSON, with codes, dates and instants as the API has them.</summary>
internal static class AuditValue
{
    /// <summary>How the audit writes JSON.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A value of a type; null stays null.</summary>
    public static string? Write(object? value, Type type) =>
        value switch
        {
            null => null,
            string text => JsonSerializer.Serialize(text, Options),
            Guid id => $"\"{id}\"",
            bool flag => flag ? "true" : "false",
            Enum member => $"\"{Codes.Of(member)}\"",
            // Databases differ in the zeros that they add at the end.
            decimal number => (number / 1.000000000000000000000000000m).ToString(CultureInfo.InvariantCulture),
            DateOnly date => date.ToString("'\"'yyyy-MM-dd'\"'", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcDateTime.ToString(
                "'\"'yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z\"'",
                CultureInfo.InvariantCulture
            ),
            int or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            _ => JsonSerializer.Serialize(value, type, Options),
        };

    /// <summary>Cents as the API writes amounts.</summary>
    public static string? WriteCents(object? cents) =>
        Write(cents is long value ? value / 100m : null, typeof(decimal));

    /// <summary>Says nothing in a thing that is new.</summary>
    public static bool IsEmpty(string? json) => json is null or "[]" or "{}";

    /// <summary>A property's name as the API writes names.</summary>
    public static string Name(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
