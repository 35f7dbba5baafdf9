using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Pipeline.Api.Problems;

namespace Pipeline.Api.OpenApi;

/// <summary>The OpenAPI document and its page.</summary>
internal static class OpenApiSetup
{
    /// <summary>The framework reads types and endpoints; what it cannot see is added here, in an order that matters.</summary>
    public static void AddPipelineOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.CreateSchemaReferenceId = SchemaNames.Of;
                options.AddSchemaTransformer(
                    (schema, context, _) =>
                    {
                        WrittenTypes.Name(schema, context);
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(OperationTexts.WriteAsync);
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        OperationParameters.Add(operation, context);
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(OperationSuccess.DescribeAsync);
                options.AddDocumentTransformer(
                    (document, context, _) =>
                    {
                        var identity = context
                            .ApplicationServices.GetRequiredService<IOptions<IdentityOptions>>()
                            .Value;
                        DocumentHead.Write(document);
                        RequestSchemas.Separate(document);
                        PropertyLimits.Apply(document, identity.Password);
                        OperationProblems.Add(document, RefusalsOf(context));
                        ServicePaths.Add(document);
                        Examples.Add(document);
                        return Task.CompletedTask;
                    }
                );
            }
        );

    // By the name that endpoint and operation share.
    private static Dictionary<string, IReadOnlyList<HttpRefusal>> RefusalsOf(
        OpenApiDocumentTransformerContext context
    ) =>
        context
            .DescriptionGroups.SelectMany(g => g.Items)
            .Select(i => i.ActionDescriptor.EndpointMetadata)
            .Where(m => m.OfType<EndpointRefusals>().Any())
            .ToDictionary(
                m => m.OfType<IEndpointNameMetadata>().Last().EndpointName,
                m => m.OfType<EndpointRefusals>().Last().Refusals
            );

    public static void MapPipelineOpenApi(this WebApplication app) =>
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    /// <summary>The page at <c>/docs</c>. It stands before authorization: it is no endpoint, and would be refused like one that has no policy.</summary>
    public static void UsePipelineDocs(this WebApplication app) =>
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "docs";
            options.DocumentTitle = "Pipeline API";
            options.SwaggerEndpoint("/openapi/v1.json", "Pipeline v1");
        });
}
