using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Pipeline.Api.Problems;

namespace Pipeline.Api.Http;

/// <summary>A JSON body whose shape was checked whole (<see cref="StrictJson"/>) before a handler sees it.</summary>
internal sealed class Body<T> : IEndpointParameterMetadataProvider
{
    private Body(T value) => Value = value;

    public T Value { get; }

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType()) throw new BadHttpRequestException("JSON expected", StatusCodes.Status415UnsupportedMediaType);
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 }, context.RequestAborted);
            return new(new StrictJson(options).Read<T>(document.RootElement));
        }
        catch (JsonException e)
        {
            throw new HttpProblemException(400, "unreadable", new(
                $"The body is no valid JSON: line {e.LineNumber + 1}, position {e.BytePositionInLine + 1}.",
                $"Le corps n'est pas du JSON valable : ligne {e.LineNumber + 1}, position {e.BytePositionInLine + 1}."));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}
