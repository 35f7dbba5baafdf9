using Microsoft.AspNetCore.HttpsPolicy;

namespace Pipeline.Api.Hosting;

/// <summary>HTTPS, where there is any: a redirect to an address that does not answer would help nobody.</summary>
internal static class Https
{
    // The framework's own setting, for a proxy that ends TLS before us.
    private const string PortSetting = "HTTPS_PORT";

    public static void AddHttps(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        if (PortOf(configuration) is { } port)
            services.Configure<HttpsRedirectionOptions>(options => options.HttpsPort = port);
    }

    /// <summary>Outside development: HSTS on replies over HTTPS, and a redirect to it. Probes ask over plain HTTP and are answered.</summary>
    public static void UseHttps(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
            return;
        app.UseHsts();
        if (PortOf(app.Configuration) is not null)
            app.UseWhen(
                context => !context.Request.Path.StartsWithSegments("/health"),
                branch => branch.UseHttpsRedirection()
            );
    }

    private static int? PortOf(IConfiguration configuration)
    {
        if (!string.IsNullOrWhiteSpace(configuration[PortSetting]))
            return configuration.Positive(PortSetting, 443);
        var address = Addresses
            .Of(configuration)
            .FirstOrDefault(a => a.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase));
        return address?.Port;
    }
}
