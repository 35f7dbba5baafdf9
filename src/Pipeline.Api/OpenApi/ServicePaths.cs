using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Pipeline.Api.OpenApi;

/// <summary>The addresses beside the API itself. The framework lists only what has a handler of ours; these have none, and are open to everybody.</summary>
internal static class ServicePaths
{
    public const string Tag = "Service";

    public static void Add(OpenApiDocument document)
    {
        Add(
            document,
            "/health/live",
            new()
            {
                OperationId = "GetLiveness",
                Summary = "Tells whether the process lives",
                Description = "Asks nothing of the database.",
                Responses = Health(),
            }
        );
        Add(
            document,
            "/health/ready",
            new()
            {
                OperationId = "GetReadiness",
                Summary = "Tells whether the service can do its work",
                Description = "Ready: the database answers and has every migration.",
                Responses = new()
                {
                    ["200"] = Readiness("It can.", new JsonObject { ["ready"] = true, ["reasons"] = new JsonArray() }),
                    ["503"] = Readiness(
                        "It cannot, and why.",
                        new JsonObject
                        {
                            ["ready"] = false,
                            ["reasons"] = new JsonArray("The database does not answer."),
                        }
                    ),
                },
            }
        );
        Add(
            document,
            "/openapi/v1.json",
            new()
            {
                OperationId = "GetOpenApi",
                Summary = "Gives this document",
                Description = "OpenAPI 3.1, for programs.",
                Responses = new()
                {
                    ["200"] = Reply(
                        "This document.",
                        "application/json",
                        JsonSchemaType.Object,
                        new JsonObject { ["openapi"] = "3.1.1" }
                    ),
                },
            }
        );
        Add(
            document,
            "/docs",
            new()
            {
                OperationId = "GetDocs",
                Summary = "Shows this document as a page",
                Description = "For people: every operation can be tried there.",
                Responses = new()
                {
                    ["200"] = Reply(
                        "The page.",
                        "text/html",
                        JsonSchemaType.String,
                        "<!DOCTYPE html><title>Pipeline API</title>"
                    ),
                },
            }
        );
    }

    private static void Add(OpenApiDocument document, string path, OpenApiOperation operation)
    {
        operation.Tags = new HashSet<OpenApiTagReference> { new(Tag, document) };
        document.Paths[path] = new OpenApiPathItem { Operations = new() { [HttpMethod.Get] = operation } };
    }

    private static OpenApiResponses Health() =>
        new()
        {
            ["200"] = Reply("It does.", "text/plain", JsonSchemaType.String, "Healthy"),
            ["503"] = Reply("It does not.", "text/plain", JsonSchemaType.String, "Unhealthy"),
        };

    private static OpenApiResponse Readiness(string description, JsonObject example) =>
        Reply(description, "application/json", JsonSchemaType.Object, example);

    private static OpenApiResponse Reply(string description, string mediaType, JsonSchemaType type, JsonNode example) =>
        new()
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [mediaType] = new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = type },
                    Example = example,
                },
            },
        };
}
