using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Pipeline.Api.Problems;

namespace Pipeline.Api.Binding;

/// <summary>A JSON body whose shape was checked whole (<see cref="StrictJson"/>) before a handler sees it.</summary>
internal sealed class Body<T> : IEndpointParameterMetadataProvider
{
    private Body(T value) => Value = value;

    public T Value { get; }

    public static async ValueTask<Body<T>?> BindAsync(HttpContext context) =>
        new((await ReadAsync(context, optional: false))!);

    /// <summary>The body's value; nothing for <c>null</c>, where that may be sent.</summary>
    internal static async Task<T?> ReadAsync(HttpContext context, bool optional)
    {
        if (
            !context.Request.HasJsonContentType()
            || context.Request.GetTypedHeaders().ContentType is { Charset.Length: > 0 } type && !IsUtf8(type.Charset)
        )
            throw new BadHttpRequestException("JSON expected", StatusCodes.Status415UnsupportedMediaType);
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            using var document = Parse(await ReadAsync(context));
            return optional && document.RootElement.ValueKind == JsonValueKind.Null
                ? default
                : new StrictJson(options).Read<T>(document.RootElement);
        }
        catch (JsonException e)
        {
            // Where there is no place it is a name that stands twice.
            throw e.LineNumber is { } line
                ? HttpRefusals.BrokenJson.With(line + 1, e.BytePositionInLine + 1).Exception()
                : HttpRefusals.NameTwice.Exception();
        }
    }

    // Whole and checked: the JSON reader itself looks at the encoding of a text only when somebody asks for the text.
    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContext context)
    {
        using var memory = new MemoryStream();
        await context.Request.Body.CopyToAsync(memory, context.RequestAborted);
        var bytes = memory.GetBuffer().AsMemory(0, (int)memory.Length);
        if (!Utf8.IsValid(bytes.Span))
            throw HttpRefusals.NotUtf8.Exception();
        return bytes.Span.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonDocument.Parse(
                bytes,
                new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 }
            );
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped: well-formed, and nothing that names could be compared by.
            throw HttpRefusals.NamelessField.Exception();
        }
    }

    private static bool IsUtf8(StringSegment charset) =>
        charset.Value!.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}
