using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Application.Documents;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Files.Documents;

internal static class DocumentRegistration
{
    private const string Section = "Pipeline:Documents";

    /// <summary>What tells, scans and bounds documents.</summary>
    /// <exception cref="SettingException">A limit cannot be.</exception>
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection(Section).Get<DocumentLimits>() ?? new();
        if (limits.FileBytes is < 1 or > DocumentLimits.MostFileBytes)
            throw new SettingException(
                $"{Section}:FileBytes is a number of bytes up to {DocumentLimits.MostFileBytes}."
            );
        if (limits.PortfolioBytes < limits.FileBytes)
            throw new SettingException(
                $"{Section}:PortfolioBytes is a number of bytes, and no less than a file may have."
            );
        return services
            .AddSingleton(limits)
            .AddSingleton<IDocumentInspector, DocumentInspector>()
            .AddSingleton<IDocumentScanner, NoScanner>();
    }
}
