using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Application.Records;

/// <summary>How documents and facts are stored: as the API writes them.</summary>
internal static class RecordJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // What is computed from the rest is not kept.
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    public static JsonElement Element(object value) =>
        JsonSerializer.SerializeToElement(value, value.GetType(), Options);
}
