using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Hosting;
using Pipeline.Api.Tests.Common;
using Pipeline.Api.Tests.Hosting;

namespace Pipeline.Reliability.Tests;

/// <summary>Files are made and read a few at a time; a few more wait, and whoever comes then is told when to come back.</summary>
public sealed class FileConcurrencyTests(PipelineApi api) : IClassFixture<PipelineApi>
{
    [Fact]
    public async Task One_runs_one_waits_and_the_next_is_told_to_come_back()
    {
        await using var host = api.With(("Pipeline:Limits:FilesAtOnce", "1"), ("Pipeline:Limits:FilesWaiting", "1"));
        using var http = new HttpClient { BaseAddress = Wire.Serve(host) };
        var client = new Client(http);
        await client.SignInAsync(PipelineApi.AdministratorEmail, PipelineApi.Password);
        var fund = await Fund.OpenAsync(api);
        var work = host.Services.GetRequiredService<FileConcurrency>();

        // The one place is taken, for as long as the rest of this takes.
        var place = await work.EnterAsync(CancellationToken.None);
        var waiting = client.GetAsync("projects/export.csv");
        await UntilAsync(() => work.Waiting == 1);

        using var refused = await http.GetAsync(new Uri($"/api/v1/portfolios/{fund.Id}/report.xlsx", UriKind.Relative));
        (await Reply.ReadAsync(refused)).ShouldBeProblem(503, "at_capacity");
        int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture)
            .Should()
            .BePositive();
        (await host.Anonymous().GetAsync("projects/export.csv")).ShouldBeProblem(401, "unauthenticated");
        (await client.GetAsync("projects")).ShouldBe(200);
        (
            await client.PostAsync(
                "organisations",
                new { name = "Meanwhile", actorProfile = "association" },
                key: Guid.Parse("01989c3e-7a10-7c21-9b5e-0d6f4a2b8c77")
            )
        ).ShouldBe(201);
        waiting.IsCompleted.Should().BeFalse("its turn has not come");

        place.Dispose();
        (await waiting).ShouldBe(200);
        await UntilAsync(() => work is { Running: 0, Waiting: 0 });
    }

    [Fact]
    public void Every_endpoint_that_takes_long_for_a_file_is_bounded()
    {
        var endpoints = api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        var files = endpoints
            .Where(e =>
                e.RoutePattern.RawText is { } route
                && (
                    route.Contains(".xlsx", StringComparison.Ordinal)
                    || route.Contains(".csv", StringComparison.Ordinal)
                    || route == "/api/v1/imports"
                )
            )
            .ToList();
        files.Should().HaveCount(35);
        files.Should().OnlyContain(e => e.Metadata.GetMetadata<CarriesFileAttribute>() != null);
    }

    // What is waited for happens within a moment, or never: a gauge that says something else fails here instead of keeping the suite for ever.
    private static async Task UntilAsync(
        Func<bool> happened,
        [CallerArgumentExpression(nameof(happened))] string? what = null
    )
    {
        for (var i = 0; !happened(); i++)
        {
            i.Should().BeLessThan(6_000, "{0} should come", what);
            await Task.Delay(10);
        }
    }
}
