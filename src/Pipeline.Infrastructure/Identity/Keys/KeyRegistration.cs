using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Identity.Keys;

/// <summary>Where the keys that seal tokens lie: in the database, or in the folder that <c>Pipeline:Keys:Folder</c> names.</summary>
internal static class KeyRegistration
{
    // The framework would name the application after its folder, and two instances in two folders would not read each other's tokens.
    private const string ApplicationName = "Pipeline";

    /// <exception cref="SettingException">The certificate cannot be read.</exception>
    public static void AddKeys(this IServiceCollection services, IConfiguration configuration)
    {
        var keys = services.AddDataProtection().SetApplicationName(ApplicationName);
        if (configuration["Pipeline:Keys:Folder"] is { Length: > 0 } folder)
            keys.PersistKeysToFileSystem(new DirectoryInfo(folder));
        else
        {
            services.AddSingleton<IXmlRepository, DatabaseKeyRepository>();
            services
                .AddOptions<KeyManagementOptions>()
                .Configure<IXmlRepository>((options, repository) => options.XmlRepository = repository);
        }
        if (configuration["Pipeline:Keys:Certificate"] is { Length: > 0 } certificate)
            keys.ProtectKeysWithCertificate(Load(certificate, configuration["Pipeline:Keys:CertificatePassword"]));
    }

    private static X509Certificate2 Load(string path, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }
        catch (Exception e)
            when (e is System.Security.Cryptography.CryptographicException or IOException or UnauthorizedAccessException
            )
        {
            throw new SettingException(
                $"Pipeline:Keys:Certificate is '{path}'; a PKCS #12 file is expected that Pipeline:Keys:CertificatePassword opens: {e.Message}"
            );
        }
    }
}
