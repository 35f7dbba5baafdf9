using System.Globalization;
using Microsoft.Extensions.Logging;
using Pipeline.Application.Access;

namespace Pipeline.Infrastructure.Identity;

/// <summary>
/// The sender where no mail server is set: writes links to the log, for whoever runs the program to pass on. They are secrets, so that they have a category of their
/// own, <c>Pipeline.Links</c> at level Information: <c>Logging:LogLevel:Pipeline.Links</c> = <c>None</c> keeps them out.
/// </summary>
internal sealed class LogLinkSender(ILoggerFactory log) : ILinkSender
{
    /// <summary>What to set a level for.</summary>
    public const string Category = "Pipeline.Links";

    private readonly ILogger _log = log.CreateLogger(Category);

    public Task SendAsync(LinkMessage message, CancellationToken cancellationToken)
    {
        _log.LogInformation(
            "{Purpose} for {Email}, once and until {ExpiresAt}: {Url}",
            message.Purpose,
            message.Email,
            message.ExpiresAt.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
            message.Url
        );
        return Task.CompletedTask;
    }
}
