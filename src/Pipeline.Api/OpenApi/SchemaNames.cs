using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;

namespace Pipeline.Api.OpenApi;

/// <summary>What schemas are called: as their types, without what only programmers of this program need to know.</summary>
internal static class SchemaNames
{
    private const string Suffix = "Dto";

    /// <summary>Null for what stands in place, without a name.</summary>
    public static string? Of(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name is not null && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }
}
