using Microsoft.Extensions.Configuration;

namespace Pipeline.Infrastructure.Persistence.Providers;

/// <summary>Where a server is: always said, never guessed.</summary>
internal static class ServerConnection
{
    /// <summary>Seconds until a command is given up: less than a request has by default (<c>Pipeline:Limits:RequestSeconds</c>), so that the cause can be told.</summary>
    public const int CommandSeconds = 20;

    /// <summary>The connection string of a server.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="server">The server's product name, for the sentence.</param>
    /// <exception cref="SettingException">There is none.</exception>
    public static string Of(IConfiguration configuration, string server) =>
        configuration.GetConnectionString("Pipeline") is { } connection && !string.IsNullOrWhiteSpace(connection)
            ? connection
            : throw new SettingException(
                $"{server} needs ConnectionStrings:Pipeline, for example by the environment variable ConnectionStrings__Pipeline."
            );
}
