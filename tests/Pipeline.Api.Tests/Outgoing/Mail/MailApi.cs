using Microsoft.AspNetCore.Hosting;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Access;

namespace Pipeline.Api.Tests.Outgoing.Mail;

/// <summary>The product with a mail server set, and nothing in place of its own sender.</summary>
public sealed class MailApi(int port, string security = "none", int seconds = 2) : PipelineApi
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Pipeline:Mail:Host", "127.0.0.1");
        builder.UseSetting("Pipeline:Mail:Port", $"{port}");
        builder.UseSetting("Pipeline:Mail:Security", security);
        builder.UseSetting("Pipeline:Mail:From", "Pipeline <pipeline@example.org>");
        builder.UseSetting("Pipeline:Mail:TimeoutSeconds", $"{seconds}");
        builder.ConfigureServices(services =>
            services.Remove(
                services.Single(s =>
                    s.ServiceType == typeof(ILinkSender) && ReferenceEquals(s.ImplementationInstance, Links)
                )
            )
        );
    }
}
