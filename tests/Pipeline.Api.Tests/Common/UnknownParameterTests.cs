using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Api.Tests.Common;

/// <summary>A parameter that an endpoint does not take is refused by its name, on every endpoint: left out in silence it would answer another question.</summary>
public sealed class UnknownParameterTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Theory]
    [InlineData("projects?portfolio=x", "portfolio", "portfolioId")]
    [InlineData("projects?pageSize=5&shape=round", "shape", "phase")]
    [InlineData("projects/export.csv?fase=conception", "fase", "phase")]
    [InlineData("projects/export.csv?portfolio=x", "portfolio", "portfolioId")]
    [InlineData("portfolios/00000000-0000-0000-0000-000000000000/dashboard?as_of=2021-01-01", "as_of", "asOf")]
    [InlineData("audit?limt=5", "limt", "limit")]
    [InlineData("organisations?query=x", "query", "q")]
    public async Task The_nearest_known_one_is_named(string path, string name, string nearest)
    {
        var reply = (await api.Administrator.GetAsync(path)).ShouldBlame(name, "unknown_parameter");
        reply.Text("errors.0.message").Should().Contain($"'{name}'").And.Contain($"Did you mean {nearest}?");
        (await api.Administrator.GetAsync(path, "fr"))
            .Text("errors.0.message")
            .Should()
            .Contain($"Vouliez-vous dire {nearest} ?");
    }

    [Fact]
    public async Task Each_is_named_where_there_are_several()
    {
        var reply = await api.Administrator.GetAsync("projects?portfolio=x&colour=red&page=1");
        reply.ShouldBlame("portfolio", "unknown_parameter").ShouldBlame("colour", "unknown_parameter");
        reply.Items("errors").Should().HaveCount(2);
    }

    [Fact]
    public async Task A_dry_run_that_is_misspelt_does_not_import()
    {
        var fund = await Fund.OpenAsync(api);
        (
            await api.Administrator.UploadAsync(
                $"imports?portfolioId={fund.Id}&dry-run=true",
                "grants.csv",
                "Identifier,Title\n"u8.ToArray()
            )
        )
            .ShouldBlame("dry-run", "unknown_parameter")
            .Text("errors.0.message")
            .Should()
            .Contain("Did you mean dryRun?");
        (await fund.DashboardAsync()).Number("projects.total").Should().Be(0);
    }

    [Fact]
    public async Task No_endpoint_of_the_contract_passes_one_over()
    {
        var passed = new List<string>();
        var asked = 0;
        foreach (
            var endpoint in api
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal))
        )
        foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
        {
            var path = string.Join(
                '/',
                endpoint
                    .RoutePattern.RawText!.TrimStart('/')
                    .Split('/')
                    .Select(part => part.StartsWith('{') ? $"{Guid.Empty}" : part)
            );
            using var request = new HttpRequestMessage(new(method), $"/{path}?zzzz=1");
            using var answer = await api.Administrator.Http.SendAsync(request);
            asked++;
            var reply = await Reply.ReadAsync(answer);
            if (reply.Status != 422 || reply.Text("code") != "unknown_parameter" && !Blamed(reply))
                passed.Add($"{method} {path}: {reply.Status}");
        }
        asked.Should().BeGreaterThan(60);
        passed.Should().BeEmpty();
    }

    private static bool Blamed(Reply reply) =>
        reply.Items("errors").Any(e => e["code"]!.GetValue<string>() == "unknown_parameter");
}
