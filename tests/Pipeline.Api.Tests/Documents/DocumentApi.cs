using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Api.Tests.Common;
using Pipeline.Application.Documents;

namespace Pipeline.Api.Tests.Documents;

/// <summary>The product with little room for documents, and with a scanner plugged in.</summary>
public sealed class DocumentApi : PipelineApi
{
    public const int FileBytes = 700_000,
        PortfolioBytes = 1_000_000;

    /// <summary>What the scanner refuses.</summary>
    public const string Harmful = "X5O-TEST-FILE-THAT-A-SCANNER-REFUSES";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Pipeline:Documents:FileBytes", $"{FileBytes}");
        builder.UseSetting("Pipeline:Documents:PortfolioBytes", $"{PortfolioBytes}");
        builder.ConfigureServices(services => services.AddSingleton<IDocumentScanner, Scanner>());
    }

    private sealed class Scanner : IDocumentScanner
    {
        public async Task<bool> IsCleanAsync(Stream content, string fileName, CancellationToken cancellationToken)
        {
            using var reader = new StreamReader(content, leaveOpen: true);
            return !(await reader.ReadToEndAsync(cancellationToken)).Contains(Harmful, StringComparison.Ordinal);
        }
    }
}
