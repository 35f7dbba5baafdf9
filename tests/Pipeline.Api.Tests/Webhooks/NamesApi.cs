using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Infrastructure.Outgoing.Webhooks;

namespace Pipeline.Api.Tests.Webhooks;

/// <summary>The product as it is set up by itself, with a name server that a test writes.</summary>
public class NamesApi : PipelineApi
{
    /// <summary>Names that the test made up; all others resolve as ever.</summary>
    public PlantedNames Names { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IHostLookup>(Names));
    }
}
