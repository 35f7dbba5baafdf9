using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Api.Tests.Common;

/// <summary>What takes no body says so of one that says something: nothing of it would be done.</summary>
[SqliteOnly("No database is asked.")]
public sealed partial class NoBodyTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task Whatever_takes_no_body_refuses_one_with_fields()
    {
        var bare = api
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/v1/", StringComparison.Ordinal))
            .Where(e => e.Metadata.GetMetadata<IAcceptsMetadata>() is null)
            .SelectMany(e =>
                e.Metadata.GetMetadata<HttpMethodMetadata>()!
                    .HttpMethods.Where(method => method is not ("GET" or "HEAD" or "OPTIONS"))
                    .Select(method => (Method: method, Path: Parameter().Replace(e.RoutePattern.RawText!, ValueOf)))
            )
            .ToList();
        bare.Should().HaveCountGreaterThan(15);
        foreach (var (method, path) in bare)
        {
            var said = new[]
            {
                await SendAsync("{\"colour\":\"red\"}"),
                await SendAsync("[1]"),
                await SendAsync("colour=red", "application/x-www-form-urlencoded"),
            };
            said.Select(answer => answer.Text("code"))
                .Should()
                .Equal(["unknown_field", "invalid_object", "unsupported_media_type"], $"{method} {path}");
            said[0].Text("errors.0.field").Should().Be("colour");

            async Task<Reply> SendAsync(string body, string type = "application/json")
            {
                using var request = new HttpRequestMessage(new(method), path)
                {
                    Content = new StringContent(body, Encoding.UTF8, type),
                };
                request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
                using var answer = await api.Administrator.Http.SendAsync(request);
                return await Reply.ReadAsync(answer);
            }
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    public async Task What_says_nothing_is_taken(string body)
    {
        var person = await (await Fund.OpenAsync(api)).MemberAsync("finance");
        (await person.PostAsync("me/calendar", body)).ShouldBe(201);
    }

    private static string ValueOf(Match parameter) =>
        parameter.Value.Contains("guid", StringComparison.Ordinal) ? "0198a4c2-0013-7c21-9b5e-0d6f4a2b8c13"
        : parameter.Value.Contains("period", StringComparison.Ordinal) ? "2024-12-31"
        : "one";

    [GeneratedRegex("\\{[^}]*\\}")]
    private static partial Regex Parameter();
}
