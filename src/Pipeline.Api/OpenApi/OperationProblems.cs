using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Pipeline.Api.Idempotency;

namespace Pipeline.Api.OpenApi;

/// <summary>
/// Adds every refusal that an operation can answer with. Most follow from its form as the document shows it by now: who may call it, which
/// headers it demands, what its body and parameters can get wrong.
/// </summary>
internal static class OperationProblems
{
    private const string MediaType = "application/problem+json",
        Schema = "Problem",
        FileSchema = "ImportProblem",
        FileOperation = "ImportFile";

    private const string UnmetCriterion = "funding.committed",
        UnmetDetail =
            "The funding lever has a commitment for experimentation. (no commitment on lever funding for phase experimentation)";

    public static void Add(OpenApiDocument document)
    {
        foreach (var (path, method, operation) in document.Operations())
        {
            var refusals = new SortedDictionary<int, List<string>>();
            foreach (
                var (status, codes) in Refusals
                    .Of(operation.OperationId!)
                    .Concat(ByForm(document, path, method, operation))
            )
                refusals[status] = [.. refusals.GetValueOrDefault(status, []).Union(codes)];
            foreach (var (status, codes) in refusals)
                operation.Responses![$"{status}"] = Reply(document, operation, status, codes);
            operation.Responses = InOrder(operation.Responses!);
        }
    }

    private static IEnumerable<(int Status, string[] Codes)> ByForm(
        OpenApiDocument document,
        string path,
        HttpMethod method,
        OpenApiOperation operation
    )
    {
        var signedIn = operation.Security is { Count: > 0 };
        var body = operation.RequestBody;
        yield return (500, ["internal_error"]);
        yield return (429, ["too_many_requests"]);
        yield return (
            503,
            CarriesFile(operation)
                ? ["timed_out", "database_unavailable", "at_capacity"]
                : ["timed_out", "database_unavailable"]
        );
        if (signedIn)
            yield return (401, ["unauthenticated"]);
        if (path.Contains('{', StringComparison.Ordinal))
            yield return (404, ["not_found"]);
        if (signedIn && (body is not null || path.Contains('{', StringComparison.Ordinal)) && method != HttpMethod.Get)
            yield return (409, ["busy"]);
        if (operation.Parameters?.Any(p => p.Name == "If-Match") == true)
        {
            yield return (412, ["stale"]);
            yield return (428, ["if_match_required"]);
        }
        if (body is not null)
        {
            yield return (400, ["unreadable"]);
            yield return (408, ["too_slow"]);
            yield return (413, ["too_large"]);
            yield return (415, ["unsupported_media_type"]);
        }
        if (FormCodes.Of(document, operation) is { Length: > 0 } codes)
            yield return (422, codes);
        if (operation.Responses!.Values.Any(r => r.Headers?.ContainsKey(IdempotencyMiddleware.Replayed) == true))
            yield return (422, ["invalid_id", "idempotency_key_reused"]);
    }

    private static bool CarriesFile(OpenApiOperation operation) =>
        operation.RequestBody?.Content?.ContainsKey("multipart/form-data") == true
        || operation.Responses!.Any(r =>
            r.Key[0] == '2' && r.Value.Content?.Keys.Any(type => type != "application/json") == true
        );

    private static OpenApiResponse Reply(
        OpenApiDocument document,
        OpenApiOperation operation,
        int status,
        List<string> codes
    )
    {
        var problem = new OpenApiSchemaReference(Schema, document);
        // A file is refused with the report of what is in it; the request around it as usual.
        var ofFile =
            operation.OperationId == FileOperation
            && status is (StatusCodes.Status413PayloadTooLarge or StatusCodes.Status422UnprocessableEntity);
        var response = new OpenApiResponse
        {
            Description =
                $"{ReasonPhrases.GetReasonPhrase(status)}.\n\n{string.Join('\n', codes.Select(code => $"- `{code}`: {ProblemCodes.Meanings.GetValueOrDefault(code)}"))}",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [MediaType] = new OpenApiMediaType
                {
                    Schema = ofFile
                        ? new OpenApiSchema { AnyOf = [new OpenApiSchemaReference(FileSchema, document), problem] }
                        : problem,
                    Example = Example(document, operation, status, codes[0]),
                },
            },
        };
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            response.Headers = new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = Headers.RetryAfter() };
        if (status == StatusCodes.Status401Unauthorized)
            response.Headers = new Dictionary<string, IOpenApiHeader> { ["WWW-Authenticate"] = Headers.Challenge() };
        return response;
    }

    private static OpenApiResponses InOrder(OpenApiResponses responses)
    {
        var ordered = new OpenApiResponses();
        foreach (var (status, response) in responses.OrderBy(r => r.Key, StringComparer.Ordinal))
            ordered.Add(status, response);
        return ordered;
    }

    private static JsonObject Example(OpenApiDocument document, OpenApiOperation operation, int status, string code)
    {
        var meaning = ProblemCodes.Meanings.GetValueOrDefault(code, code);
        return new()
        {
            ["type"] = "about:blank",
            ["title"] = ReasonPhrases.GetReasonPhrase(status),
            ["status"] = status,
            ["code"] = code,
            ["detail"] = meaning,
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
            ["errors"] =
                code == "gate_not_met" ? Errors("trigger", UnmetCriterion, UnmetDetail)
                : status == StatusCodes.Status422UnprocessableEntity
                    ? Errors(FormCodes.FirstField(document, operation), code, meaning)
                : [],
        };
    }

    private static JsonArray Errors(string field, string code, string message) =>
        [
            new JsonObject
            {
                ["field"] = field,
                ["code"] = code,
                ["message"] = message,
            },
        ];
}
