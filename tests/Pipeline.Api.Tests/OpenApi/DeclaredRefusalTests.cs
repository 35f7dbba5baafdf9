using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Problems;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.OpenApi;

/// <summary>The test host's own guard: what an operation declares passes, what it does not breaks the request off.</summary>
public sealed class DeclaredRefusalTests(PlantedRefusalApi api) : IClassFixture<PlantedRefusalApi>
{
    [Fact]
    public async Task A_declared_refusal_is_answered() =>
        (await api.Administrator.GetAsync("organisations/01989c3e-7a10-7c21-9b5e-0d6f4a2b8c11")).ShouldBeProblem(
            404,
            "not_found"
        );

    [Fact]
    public async Task A_refusal_that_the_operation_does_not_declare_breaks_off()
    {
        var attempt = () => api.Administrator.GetAsync("portfolios");
        // The client's own exception holds it.
        (await attempt.Should().ThrowAsync<HttpRequestException>())
            .Which.ToString()
            .Should()
            .Contain("ListPortfolios answered 409 busy");
    }
}

/// <summary>The product with a fault: <c>GET portfolios</c> is refused for a reason that it does not declare.</summary>
public sealed class PlantedRefusalApi : PipelineApi
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddTransient<IStartupFilter, Planted>());
    }

    private sealed class Planted : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    async (context, rest) =>
                    {
                        await rest(context);
                        if (context.Request.Path == "/api/v1/portfolios")
                            context.Features.Set(new AnsweredRefusal(HttpRefusals.Busy, []));
                    }
                );
                next(app);
            };
    }
}
