using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Pipeline.Api.Authentication;
using Pipeline.Api.Authentication.SingleSignOn;
using Pipeline.Api.Binding;
using Pipeline.Api.Endpoints;
using Pipeline.Api.Hosting;
using Pipeline.Api.Hosting.Metrics;
using Pipeline.Api.Hosting.Telemetry;
using Pipeline.Api.Idempotency;
using Pipeline.Api.OpenApi;
using Pipeline.Api.Problems;
using Pipeline.Api.Web;
using Pipeline.Application;
using Pipeline.Application.Closings;
using Pipeline.Application.Common;
using Pipeline.Infrastructure;

namespace Pipeline.Api;

/// <summary>Puts the product together.</summary>
internal static class Composition
{
    /// <summary>The program, ready to serve or to carry out a command.</summary>
    /// <param name="settings">Those of the command line, each as <c>--key=value</c>.</param>
    /// <param name="person">Somebody tries the program out and reads what it prints.</param>
    public static WebApplication Build(string[] settings, bool person = false)
    {
        // The content root is where the program lies, so that its settings are found from whichever folder it is started.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory }
        );
        builder.AddPipeline(person);
        var app = builder.Build();
        app.UsePipeline();
        return app;
    }

    /// <param name="person">Somebody tries the program out and reads what it prints.</param>
    public static void AddPipeline(this WebApplicationBuilder builder, bool person)
    {
        builder.UseDefaultAddress();
        var services = builder.Services;
        services.AddSingleton<TimeProvider>(new MicrosecondClock(TimeProvider.System));
        services.AddApplication();
        services.AddInfrastructure(builder.Configuration);

        // MediatR 5 registers nothing by itself: the factory, the mediator, and every handler by Scrutor's scan (docs/adr/0003).
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan =>
            scan.FromAssemblyOf<IPipelineDb>()
                .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
                .AsImplementedInterfaces()
                .WithScopedLifetime()
        );

        services.AddCompression();
        services.AddHttpContextAccessor();
        services.AddSingleton<IHttpContextFactory, CalendarPaths>();
        services.AddScoped<HttpCaller>().AddScoped<PasswordSignIn>();
        services.AddScoped<ICaller>(provider =>
            provider.GetRequiredService<NamedCaller>() is var named
            && (named.IsNamed || provider.GetRequiredService<IHttpContextAccessor>().HttpContext is null)
                ? named
                : provider.GetRequiredService<HttpCaller>()
        );
        services.AddSingleton<IReplyJson, ReplyJson>();
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        services
            .AddAuthentication(ApiKeyHandler.Selector)
            .AddPolicyScheme(
                ApiKeyHandler.Selector,
                null,
                options => options.ForwardDefaultSelector = ApiKeyHandler.SchemeFor
            )
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Name, null)
            .AddBearerToken(IdentityConstants.BearerScheme)
            .AddPageCookie()
            .AddSingleSignOn(builder.Configuration);
        services.AddSingleton<UnknownAccounts>();
        services.AddSingleton<IDeliveryObserver, EventCounting>();
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(
                new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()
            );
        services
            .AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: ["ready"])
            .AddCheck<DrainHealth>("draining", tags: ["ready"]);
        services.AddPipelineOpenApi();
        services.AddSingleton<PipelineMetrics>();
        builder.AddWeb();
        services.AddSingleton(new DemoDoor(person));
        builder.AddHardening();
        builder.AddLogs(person);
        builder.AddTelemetry();
    }

    public static void UsePipeline(this WebApplication app)
    {
        app.UseTelemetry();
        app.UseHardeningOutside();
        app.UseMiddleware<HeadMiddleware>();
        app.UseResponseCompression();
        // Twice: inside, so that an idempotent request's refusal is an answer like any other; outside, for whatever comes before.
        app.UseMiddleware<ProblemMiddleware>();
        app.UsePageProblems();
        app.UseHttps();
        app.UsePipelineDocs();
        app.UseRouting();
        app.UsePageRouting();
        app.UseHardeningInside();
        app.UseSingleSignOnLimits();
        app.UseMiddleware<BasicChallenge>();
        app.UseAuthentication();
        // By person, hence behind authentication; before the person is looked up, so that a flood does not reach the database.
        app.UseRateLimiter();
        app.UseMiddleware<CallerMiddleware>();
        app.UseAuthorization();
        app.UseMiddleware<PlainTextMiddleware>();
        app.UseMiddleware<UnknownParameterMiddleware>();
        app.UseFileArrival();
        app.UseMiddleware<FileConcurrencyMiddleware>();
        app.UseMiddleware<IdempotencyMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseWeb();

        var api = app.MapGroup("/api/v1")
            .AddEndpointFilter<ETagFilter>()
            .AddEndpointFilter<CountingFilter>()
            .AddEndpointFilter<IfMatchFilter>()
            .AddEndpointFilter<NoBodyFilter>()
            .WithMetadata(new StrictQuery())
            .WithMetadata(
                new ProducesResponseTypeMetadata(
                    StatusCodes.Status500InternalServerError,
                    typeof(Problem),
                    ["application/problem+json"]
                )
            );
        api.MapAuth();
        api.MapSingleSignOn();
        api.MapDirectory();
        api.MapPortfolios();
        api.MapApiKeys();
        api.MapWebhooks();
        api.MapNotifications();
        api.MapClosings();
        api.MapProjects();
        api.MapSavedViews();
        api.MapTransitions();
        api.MapSupport();
        api.MapAgreements();
        api.MapAlliances();
        api.MapEconomics();
        api.MapImpacts();
        api.MapIndicators();
        api.MapEvaluationPlans();
        api.MapRisks();
        api.MapProgress();
        api.MapDiagnoses();
        api.MapCube();
        api.MapObservatory();
        api.MapProgrammes();
        api.MapParticipations();
        api.MapCatalysts();
        api.MapDeadlines();
        api.MapCalendars();
        api.MapImports();
        api.MapReports();
        api.MapSubsidies();
        api.MapGrants();
        api.MapDocuments();
        api.MapRegisters();
        app.MapSignInPages();
        api.MapAudit();
        api.MapOperations();
        app.MapClosingKeys();
        app.MapCalendarFeed();
        app.MapPipelineHealth();
        app.MapPipelineOpenApi();
        app.MapWeb();
    }
}
