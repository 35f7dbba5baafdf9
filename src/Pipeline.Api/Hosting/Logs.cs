using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Api.Hosting;

/// <summary>What is logged, and how: one JSON object a line where a program reads it, text where a person does.</summary>
internal static class Logs
{
    private const string Setting = "Pipeline:Logs:Format";

    /// <param name="person">Somebody tries the program out and reads what it prints.</param>
    public static void AddLogs(this WebApplicationBuilder builder, bool person)
    {
        var logging = builder.Logging;
        if (IsJson(builder, person))
            logging.AddJsonConsole(options =>
            {
                // The scopes carry the trace id, which problems and X-Request-Id show as well.
                options.IncludeScopes = true;
                options.UseUtcTimestamp = true;
                options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
        // These write exceptions of the database as they are, and those quote values; what comes of them is logged by ProblemMiddleware.
        logging.AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None);
        logging.AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.None);
    }

    private static bool IsJson(WebApplicationBuilder builder, bool person) =>
        builder.Configuration[Setting]?.ToLowerInvariant() switch
        {
            null or "" => !person && !builder.Environment.IsDevelopment(),
            "json" => true,
            "text" => false,
            _ => throw new SettingException(
                $"{Setting} is '{builder.Configuration[Setting]}'; json or text is expected."
            ),
        };
}
