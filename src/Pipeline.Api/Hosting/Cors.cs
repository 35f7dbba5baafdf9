using Microsoft.Net.Http.Headers;
using Pipeline.Api.Idempotency;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Hosting;

/// <summary>Pages of other origins that browsers let read our replies: <c>Pipeline:Cors:Origins</c>. None, unless they are named.</summary>
internal static class Cors
{
    private const string Setting = "Pipeline:Cors:Origins";

    public static void AddOrigins(this IServiceCollection services, IConfiguration configuration)
    {
        var origins = configuration.Several(Setting);
        if (
            origins.FirstOrDefault(o =>
                !Uri.TryCreate(o, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != o
            ) is
            { } wrong
        )
            throw new SettingException(
                $"{Setting} holds '{wrong}'; an origin such as https://portal.example.org is expected."
            );
        // Tokens travel in a header of their own, so cookies are never asked for.
        services.AddCors(options =>
            options.AddDefaultPolicy(policy =>
                policy
                    .WithOrigins([.. origins])
                    .AllowAnyHeader()
                    .AllowAnyMethod()
                    .WithExposedHeaders(
                        HeaderNames.ETag,
                        HeaderNames.Location,
                        HeaderNames.RetryAfter,
                        HeaderNames.ContentDisposition,
                        "X-Request-Id",
                        IdempotencyMiddleware.Replayed
                    )
            )
        );
    }

    public static void UseOrigins(this WebApplication app)
    {
        if (app.Configuration.Several(Setting).Count > 0)
            app.UseCors();
    }
}
