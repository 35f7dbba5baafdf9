using Microsoft.AspNetCore.Hosting;
using Pipeline.Api.Tests.Common;

namespace Pipeline.Api.Tests.Reminders;

/// <summary>The product with its deadlines looked at, as elsewhere it is not while something is measured.</summary>
public sealed class ReminderApi : PipelineApi
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Pipeline:Reminders:Minutes", "1");
    }
}
