using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Pipeline.Api.Cli;
using Pipeline.Api.Endpoints;
using Pipeline.Api.Http;
using Pipeline.Api.OpenApi;
using Pipeline.Api.Problems;
using Pipeline.Application;
using Pipeline.Application.Common;
using Pipeline.Infrastructure;

namespace Pipeline.Api;

/// <summary>Puts the product together.</summary>
internal static class Composition
{
    public static void AddPipeline(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddApplication();
        services.AddInfrastructure(builder.Configuration);

        // MediatR 5 registers nothing by itself: the factory, the mediator, and every handler by Scrutor's scan (docs/adr/0003).
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan => scan.FromAssemblyOf<IPipelineDb>()
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithScopedLifetime());

        services.AddHttpContextAccessor();
        services.AddScoped<HttpCaller>().AddScoped<OperatorCaller>();
        services.AddScoped<ICaller>(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext is null
            ? provider.GetRequiredService<OperatorCaller>()
            : provider.GetRequiredService<HttpCaller>());
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services.AddAuthentication(IdentityConstants.BearerScheme).AddBearerToken(IdentityConstants.BearerScheme);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        services.AddPipelineOpenApi();

        // Where several instances serve, or the home folder is not kept, the keys that seal tokens need a folder of their own.
        if (builder.Configuration["Pipeline:Keys:Folder"] is { Length: > 0 } folder)
            services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(folder));
    }

    public static void UsePipeline(this WebApplication app)
    {
        // Twice: inside, so that an idempotent request's refusal is an answer like any other; outside, for whatever comes before.
        app.UseMiddleware<ProblemMiddleware>();
        app.UsePipelineDocs();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<CallerMiddleware>();
        app.UseAuthorization();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();

        var api = app.MapGroup("/api/v1").AddEndpointFilter<ETagFilter>()
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status500InternalServerError, typeof(Problem), ["application/problem+json"]));
        api.MapAuth();
        api.MapDirectory();
        api.MapPortfolios();
        api.MapProjects();
        api.MapTransitions();
        api.MapSupport();
        api.MapImports();
        api.MapReports();
        api.MapAudit();
        app.MapPipelineHealth();
        app.MapPipelineOpenApi();
    }
}
