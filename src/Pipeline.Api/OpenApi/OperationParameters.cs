using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Pipeline.Api.Binding;
using Pipeline.Api.Idempotency;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;

namespace Pipeline.Api.OpenApi;

/// <summary>Shows the parameters that the product's own binders read, which the framework cannot see into, and the headers that every endpoint takes.</summary>
internal static class OperationParameters
{
    public static void Add(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var parameters = operation.Parameters ??= [];
        foreach (
            var parameter in QueryParameters.HandlerParameters(context.Description.ActionDescriptor.EndpointMetadata)
        )
        {
            var type = parameter.ParameterType;
            if (QueryParameters.IsOf(typeof(Query<>), type))
                parameters.Add(InQuery(QueryParameters.NameOf(parameter), SchemaOf(type.GenericTypeArguments[0])));
            else if (QueryParameters.IsOf(typeof(Several<>), type))
                parameters.Add(SeveralInQuery(QueryParameters.NameOf(parameter), type.GenericTypeArguments[0]));
            else if (type == typeof(PageQuery))
                AddPage(parameters);
            else if (type == typeof(FeedQuery))
                AddFeed(parameters);
            else if (type == typeof(IfMatch))
                parameters.Add(Headers.IfMatch());
            else if (type == typeof(IfMatchWhereThere))
                parameters.Add(Headers.IfMatchWhereThere());
            else if (type == typeof(IfNoneMatch))
                parameters.Add(Headers.IfNoneMatch());
        }
        foreach (var known in parameters.OfType<OpenApiParameter>())
            ParameterTexts.Describe(known, context.Description.RelativePath!, operation.OperationId!);
        if (HttpMethods.IsPost(context.Description.HttpMethod!))
            parameters.Add(Headers.IdempotencyKey(honoured: KeepsAnswers(operation, context)));
        parameters.Add(Headers.AcceptLanguage());
    }

    /// <summary>Whether an Idempotency-Key has an effect: somebody signed in for it, and a first answer may be kept.</summary>
    public static bool KeepsAnswers(OpenApiOperation operation, OpenApiOperationTransformerContext context) =>
        operation.Security is { Count: > 0 }
        && !context.Description.ActionDescriptor.EndpointMetadata.OfType<Sensitive>().Contains(Sensitive.NotKept);

    private static void AddPage(IList<IOpenApiParameter> parameters)
    {
        parameters.Add(
            InQuery(
                "page",
                new()
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Minimum = "1",
                    Default = 1,
                }
            )
        );
        parameters.Add(
            InQuery(
                "pageSize",
                new()
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Minimum = "1",
                    Maximum = $"{PageOf.MaxSize}",
                    Default = PageOf.DefaultSize,
                }
            )
        );
    }

    private static void AddFeed(IList<IOpenApiParameter> parameters)
    {
        parameters.Add(
            InQuery(
                "after",
                new()
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int64",
                    Minimum = "0",
                }
            )
        );
        parameters.Add(
            InQuery(
                "limit",
                new()
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Minimum = "1",
                    Maximum = $"{PageOf.MaxSize}",
                    Default = PageOf.DefaultSize,
                }
            )
        );
    }

    private static OpenApiParameter InQuery(string name, OpenApiSchema schema) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Schema = schema,
        };

    // With commas between them; written several times they are taken too.
    private static OpenApiParameter SeveralInQuery(string name, Type type)
    {
        var parameter = InQuery(name, new() { Type = JsonSchemaType.Array, Items = SchemaOf(type) });
        (parameter.Style, parameter.Explode) = (ParameterStyle.Form, false);
        return parameter;
    }

    private static OpenApiSchema SchemaOf(Type type)
    {
        if (type.IsEnum)
            return new()
            {
                Type = JsonSchemaType.String,
                Enum = [.. Enum.GetValues(type).Cast<Enum>().Select(e => Codes.Of(e))],
            };
        if (type == typeof(Guid))
            return new() { Type = JsonSchemaType.String, Format = "uuid" };
        if (type == typeof(DateOnly))
            return new() { Type = JsonSchemaType.String, Format = "date" };
        if (type == typeof(DateTimeOffset))
            return new() { Type = JsonSchemaType.String, Format = "date-time" };
        if (type == typeof(bool))
            return new() { Type = JsonSchemaType.Boolean };
        return new() { Type = JsonSchemaType.Integer, Format = "int32" };
    }
}
