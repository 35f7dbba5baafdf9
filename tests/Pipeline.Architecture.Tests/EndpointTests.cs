using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Architecture.Tests;

/// <summary>Deny by default: an endpoint says who may call it, or it does not land.</summary>
public sealed class EndpointTests : IClassFixture<EndpointTests.Host>
{
    private static readonly string[] Public =
    [
        "/api/v1/auth/login",
        "/api/v1/auth/refresh",
        "/api/v1/auth/invitation",
        "/api/v1/auth/password-reset",
        "/api/v1/auth/password-reset/confirmation",
        "/api/v1/auth/providers",
        "/api/v1/auth/provider",
        "/sign-in",
        "/sign-out",
        "/language",
        "/theme",
        "/error",
        "/sign-in/provider",
        "/sign-in/callback",
        "/invitation",
        "/password-reset",
        // By the token in a mail, without signing in (RFC 8058).
        "/mail/end",
        "/unsubscribe",
        "/health/live",
        "/health/ready",
        "/openapi/{documentName}.json",
        "/.well-known/pipeline-closing-keys",
        // By the token in its address: calendar programs send nothing else.
        "/calendar/{token}.ics",
    ];

    private readonly IReadOnlyList<RouteEndpoint> _endpoints;

    public EndpointTests(Host host) =>
        _endpoints = [
            .. host
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
                // Style sheet, scripts and pictures of the pages, which are everybody's; and the framework's own redirect, for whoever has signed in (the fallback).
                .Where(e =>
                    e.Metadata.GetMetadata<StaticAssetDescriptor>() is null
                    && e.RoutePattern.RawText is not ("{**path:file}" or "/_framework/opaque-redirect")
                ),
        ];

    [Fact]
    public void Every_endpoint_says_who_may_call_it() => WithoutPolicy(_endpoints).Should().BeEmpty();

    [Fact]
    public void Only_sign_in_health_and_documentation_are_open_to_everybody() =>
        _endpoints
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => e.RoutePattern.RawText)
            .Distinct()
            .Should()
            .BeEquivalentTo(Public);

    [Fact]
    public void A_planted_endpoint_without_a_policy_is_found()
    {
        var builder = new RouteEndpointBuilder(
            _ => Task.CompletedTask,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/planted"),
            0
        );
        WithoutPolicy([(RouteEndpoint)builder.Build()]).Should().Equal("/planted");
    }

    private static IEnumerable<string?> WithoutPolicy(IEnumerable<RouteEndpoint> endpoints) =>
        endpoints
            .Where(e =>
                e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null
            )
            .Select(e => e.RoutePattern.RawText);

    /// <summary>The product on a database of its own, thrown away afterwards.</summary>
    public sealed class Host : WebApplicationFactory<Program>
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("pipeline-architecture-").FullName;

        protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
        {
            builder.UseSetting(
                "ConnectionStrings:Pipeline",
                $"Data Source={Path.Combine(_folder, "pipeline.db")};Pooling=False"
            );
            builder.UseSetting("Pipeline:Keys:Folder", Path.Combine(_folder, "keys"));
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing && Directory.Exists(_folder))
                Directory.Delete(_folder, recursive: true);
        }
    }
}
