using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Application.Access;
using Pipeline.Infrastructure.Identity;
using Pipeline.Infrastructure.Persistence;

namespace Pipeline.Infrastructure.Outgoing.Mail;

internal static class MailRegistration
{
    /// <summary>What brings one-time links to people: by mail where a server is set, by the log else.</summary>
    /// <exception cref="SettingException">A setting of the server cannot be.</exception>
    public static IServiceCollection AddLinkSender(this IServiceCollection services, IConfiguration configuration) =>
        MailOptions.Read(configuration) is { } options
            ? services.AddSingleton(options).AddSingleton<Mailer>().AddSingleton<ILinkSender, MailLinkSender>()
            : services.AddSingleton<ILinkSender, LogLinkSender>();
}
