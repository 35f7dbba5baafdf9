namespace Pipeline.Api.OpenApi;

/// <summary>The OpenAPI document and its page.</summary>
internal static class OpenApiSetup
{
    public static void AddPipelineOpenApi(this IServiceCollection services) => services.AddOpenApi("v1");

    public static void MapPipelineOpenApi(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    /// <summary>The page at <c>/docs</c>. It stands before authorization: it is no endpoint, and would be refused like one that has no policy.</summary>
    public static void UsePipelineDocs(this WebApplication app) =>
        app.UseSwaggerUI(options =>
        {
            options.RoutePrefix = "docs";
            options.DocumentTitle = "Pipeline API";
            options.SwaggerEndpoint("/openapi/v1.json", "Pipeline v1");
        });
}
