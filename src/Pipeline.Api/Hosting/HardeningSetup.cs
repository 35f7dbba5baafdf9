using Microsoft.AspNetCore.Http.Features;
using Pipeline.Application.Operations;

namespace Pipeline.Api.Hosting;

/// <summary>What stands between the network and the endpoints.</summary>
internal static class HardeningSetup
{
    public static void AddHardening(this WebApplicationBuilder builder)
    {
        var limits = RequestLimits.Read(builder.Configuration);
        builder.Services.AddSingleton(limits);
        builder.Services.AddRateLimits(limits);
        builder.Services.AddSingleton<FileConcurrency>().AddSingleton<FileSizes>();
        builder.Services.AddSingleton<SlowRequests>().AddSingleton<IInstance, Instance>();
        // The limit is that of the request, which is counted whatever the form.
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = long.MaxValue);
        builder.Services.AddTimeouts(limits);
        builder.Services.AddHttps(builder.Configuration);
        builder.Services.AddOrigins(builder.Configuration);
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = limits.BodyBytes;
            options.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            options.Limits.MaxRequestHeaderCount = 100;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
    }

    /// <summary>Before routing: for every reply, whoever writes it.</summary>
    public static void UseHardeningOutside(this WebApplication app)
    {
        app.UseProxies();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
    }

    /// <summary>Behind routing, since endpoints have limits of their own, and before anybody is looked up.</summary>
    public static void UseHardeningInside(this WebApplication app)
    {
        app.UseOrigins();
        app.UseTimeouts();
        app.UseMiddleware<BodyGuard>();
    }
}
