using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Pipeline.Application.Records;

namespace Pipeline.Api.OpenApi;

/// <summary>Names the JSON type of what the product writes by a converter of its own, which no exporter can look into.</summary>
internal static class WrittenTypes
{
    public static void Name(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        var type = context.JsonTypeInfo.Type;
        // Beside its own fields a version has those of its document, whatever it is.
        if (type == typeof(VersionReply))
            schema.AdditionalProperties = new OpenApiSchema();
        if ((Nullable.GetUnderlyingType(type) ?? type) != typeof(DateTimeOffset))
            return;
        schema.Format = "date-time";
        schema.Type =
            type == typeof(DateTimeOffset) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
    }
}
