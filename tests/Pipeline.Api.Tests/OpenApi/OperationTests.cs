using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Binding;

namespace Pipeline.Api.Tests.OpenApi;

/// <summary>The document against the endpoints: nothing is left out, and nothing is said that is not so.</summary>
[Collection(DocumentTests.Name)]
public sealed class OperationTests(DocumentFixture fixture)
{
    private readonly ApiDocument _document = fixture.Document;

    private IReadOnlyList<RouteEndpoint> Endpoints =>
        [
            .. fixture
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1", StringComparison.Ordinal)),
        ];

    [Fact]
    public void Every_endpoint_is_in_the_document_and_nothing_else() =>
        _document
            .OfApi.Select(o => o.ToString())
            .Should()
            .BeEquivalentTo(Endpoints.SelectMany(e => Methods(e).Select(m => $"{m} {PathOf(e)}")));

    [Fact]
    public void Every_operation_has_a_name_of_its_own_and_says_what_it_does()
    {
        _document.Operations.Select(o => o.Id).Should().OnlyHaveUniqueItems().And.NotContainNulls();
        _document
            .Operations.Where(o =>
                Text(o, "summary").Length == 0
                || Text(o, "description").Length == 0
                || o.Json["tags"] is not JsonArray { Count: 1 }
            )
            .Should()
            .BeEmpty();
    }

    [Fact]
    public void Every_tag_is_explained() =>
        _document
            .Operations.Select(o => o.Json["tags"]![0]!.GetValue<string>())
            .Distinct()
            .Should()
            .BeEquivalentTo(
                _document.Root["tags"]!
                    .AsArray()
                    .Where(t => t!["description"] is not null)
                    .Select(t => t!["name"]!.GetValue<string>())
            );

    [Fact]
    public void Every_parameter_is_explained_and_has_a_schema() =>
        _document
            .Operations.SelectMany(o =>
                o.Parameters.Where(p => p["description"] is null || p["schema"] is null || p["schema"]!["type"] is null)
                    .Select(p => $"{o} {p["name"]}")
            )
            .Should()
            .BeEmpty();

    [Fact]
    public void Every_parameter_that_a_binder_hides_is_shown()
    {
        foreach (var endpoint in Endpoints)
        foreach (
            var operation in Methods(endpoint)
                .Select(m => _document.OfApi.Single(o => o.ToString() == $"{m} {PathOf(endpoint)}"))
        )
            operation
                .Parameters.Select(p => p["name"]!.GetValue<string>())
                .Should()
                .Contain([.. Hidden(endpoint), "Accept-Language"], $"{operation} reads them");
    }

    [Fact]
    public void Every_post_takes_an_idempotency_key() =>
        _document.OfApi.Where(o => o.Method == "POST").Where(o => !o.Has("Idempotency-Key")).Should().BeEmpty();

    [Fact]
    public void Whoever_demands_If_Match_says_so_with_412_and_428()
    {
        foreach (var endpoint in Endpoints)
        foreach (
            var operation in Methods(endpoint)
                .Select(m => _document.OfApi.Single(o => o.ToString() == $"{m} {PathOf(endpoint)}"))
        )
        {
            var taken = endpoint
                .Metadata.OfType<System.Reflection.MethodInfo>()
                .Single()
                .GetParameters()
                .Select(p => p.ParameterType)
                .FirstOrDefault(type => type == typeof(IfMatch) || type == typeof(IfMatchWhereThere));
            var shown = operation.Parameters.SingleOrDefault(p => p["name"]!.GetValue<string>() == "If-Match");
            (
                shown is not null,
                shown?["required"]?.GetValue<bool>() == true,
                // What is sent in parts has the conditions that HTTP has for it.
                operation.Replies.ContainsKey("412") && !operation.Replies.ContainsKey("206"),
                operation.Replies.ContainsKey("428")
            ).Should().Be((taken is not null, taken == typeof(IfMatch), taken is not null, taken is not null), operation.ToString());
        }
    }

    [Fact]
    public void Only_what_is_open_to_everybody_needs_no_token()
    {
        var open = Endpoints
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .SelectMany(e => Methods(e).Select(m => $"{m} {PathOf(e)}"))
            .Concat([
                "GET /health/live",
                "GET /health/ready",
                "GET /openapi/v1.json",
                "GET /docs",
                "GET /.well-known/pipeline-closing-keys",
            ]);
        _document.Operations.Where(o => o.IsAnonymous).Select(o => o.ToString()).Should().BeEquivalentTo(open);
        _document.Root["components"]!["securitySchemes"]!["bearer"]!["scheme"]!
            .GetValue<string>()
            .Should()
            .Be("bearer");
    }

    [Fact]
    public void The_head_says_what_it_is_and_where() =>
        (
            Text(_document.Root["info"]!, "title"),
            _document.Root["openapi"]!.GetValue<string>()[..3],
            _document.Root["servers"]![0]!["url"]!.GetValue<string>()
        )
            .Should()
            .Be(("Pipeline API", "3.1", "http://localhost:5080"));

    private static IEnumerable<string> Hidden(RouteEndpoint endpoint) =>
        endpoint
            .Metadata.OfType<System.Reflection.MethodInfo>()
            .Single()
            .GetParameters()
            .SelectMany(p =>
                p.ParameterType switch
                {
                    { IsGenericType: true } type when type.GetGenericTypeDefinition() == typeof(Query<>) => [p.Name!],
                    var type when type == typeof(PageQuery) => ["page", "pageSize"],
                    var type when type == typeof(FeedQuery) => ["after", "limit"],
                    var type when type == typeof(IfMatch) => ["If-Match"],
                    _ => (string[])[],
                }
            );

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods;

    // The document leaves out what kind a part of a path is, and the last slash.
    private static string PathOf(RouteEndpoint endpoint) =>
        System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!, ":[a-z]+}", "}").TrimEnd('/');

    private static string Text(ApiOperation operation, string name) => Text(operation.Json, name);

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>().Trim() ?? "";
}
