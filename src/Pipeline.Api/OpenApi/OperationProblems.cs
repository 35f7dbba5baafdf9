using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Pipeline.Api.Binding;
using Pipeline.Api.Idempotency;
using Pipeline.Api.Problems;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Api.OpenApi;

/// <summary>
/// Adds every refusal that an operation can answer with. Most follow from its form as the document shows it by now: who may call it, which
/// headers it demands, what its body and parameters can get wrong.
/// </summary>
internal static class OperationProblems
{
    private const string MediaType = "application/problem+json",
        Schema = "Problem",
        FileSchema = "ImportProblem";

    // A file is refused with the report of what is in it; the request around it as usual.
    private static readonly string[] TakeFiles = ["ImportFile", "ImportObservations"];

    private const string UnmetCriterion = "funding.committed",
        UnmetDetail =
            "The funding lever has a commitment for experimentation. (no commitment on lever funding for phase experimentation)";

    /// <param name="declared">What each operation refuses for reasons of its own.</param>
    public static void Add(OpenApiDocument document, IReadOnlyDictionary<string, IReadOnlyList<HttpRefusal>> declared)
    {
        foreach (var (path, method, operation) in document.Operations())
        {
            var refusals = declared
                .GetValueOrDefault(operation.OperationId!, [])
                .Concat(ByForm(document, path, method, operation))
                .DistinctBy(r => (r.Status, r.Code));
            foreach (var status in refusals.GroupBy(r => r.Status).OrderBy(s => s.Key))
                operation.Responses![$"{status.Key}"] = Reply(document, operation, status.Key, [.. status]);
            operation.Responses = InOrder(operation.Responses!);
        }
    }

    private static IEnumerable<HttpRefusal> ByForm(
        OpenApiDocument document,
        string path,
        HttpMethod method,
        OpenApiOperation operation
    )
    {
        var signedIn = operation.Security is { Count: > 0 };
        var body = operation.RequestBody;
        yield return HttpRefusals.InternalError;
        yield return HttpRefusals.TooManyRequests;
        yield return HttpRefusals.TimedOut;
        yield return HttpRefusals.DatabaseAway;
        if (CarriesFile(operation))
            yield return HttpRefusals.AtCapacity;
        if (signedIn)
            yield return HttpRefusal.Of(CommonRefusals.Unauthenticated);
        if (path.Contains('{', StringComparison.Ordinal))
            yield return HttpRefusal.Of(CommonRefusals.NotFound);
        if (signedIn && (body is not null || path.Contains('{', StringComparison.Ordinal)) && method != HttpMethod.Get)
            yield return HttpRefusals.Busy;
        if (operation.Parameters?.Any(p => p.Name == "If-Match") == true)
        {
            yield return HttpRefusal.Of(CommonRefusals.Stale);
            yield return HttpRefusals.IfMatchRequired;
        }
        if (body is null && method != HttpMethod.Get)
        {
            yield return HttpRefusal.Of(BindingRefusals.NoFields);
            yield return HttpRefusal.Of(BindingRefusals.InvalidObject);
        }
        if (method != HttpMethod.Get)
        {
            yield return HttpRefusals.Unreadable;
            yield return HttpRefusals.TooSlow;
            yield return HttpRefusals.TooLarge;
            yield return HttpRefusals.UnsupportedMediaType;
        }
        foreach (var refusal in FormRefusals.Of(document, operation))
            yield return HttpRefusal.Of(refusal);
        if (operation.Parameters?.Any(p => p.In == ParameterLocation.Query) == true)
            yield return HttpRefusal.Of(CommonRefusals.InvalidText);
        if (operation.Responses!.Values.Any(r => r.Headers?.ContainsKey(IdempotencyMiddleware.Replayed) == true))
        {
            yield return HttpRefusal.Of(BindingRefusals.InvalidIdempotencyKey);
            yield return HttpRefusal.Of(BindingRefusals.IdempotencyKeyReused);
        }
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
        IReadOnlyList<HttpRefusal> refusals
    )
    {
        var problem = new OpenApiSchemaReference(Schema, document);
        var ofFile =
            status is StatusCodes.Status413PayloadTooLarge or StatusCodes.Status422UnprocessableEntity
            && TakeFiles.Contains(operation.OperationId);
        var response = new OpenApiResponse
        {
            Description =
                $"{ReasonPhrases.GetReasonPhrase(status)}.\n\n{string.Join('\n', refusals.Select(r => $"- `{r.Code}`: {r.Meaning}"))}",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [MediaType] = new OpenApiMediaType
                {
                    Schema = ofFile
                        ? new OpenApiSchema { AnyOf = [new OpenApiSchemaReference(FileSchema, document), problem] }
                        : problem,
                    Example = Example(document, operation, refusals[0]),
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

    private static JsonObject Example(OpenApiDocument document, OpenApiOperation operation, HttpRefusal refusal)
    {
        var (status, code, meaning) = (refusal.Status, refusal.Code, refusal.Meaning);
        return new()
        {
            ["type"] = "about:blank",
            ["title"] = StatusTitles.Of(status).En,
            ["status"] = status,
            ["code"] = code,
            ["detail"] = meaning,
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
            ["errors"] =
                code == TransitionRefusals.GateNotMet.Code ? Errors("trigger", UnmetCriterion, UnmetDetail)
                : status == StatusCodes.Status422UnprocessableEntity
                    ? Errors(FormRefusals.FirstField(document, operation), code, meaning)
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
