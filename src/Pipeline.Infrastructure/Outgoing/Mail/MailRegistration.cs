using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Application.Access;
using Pipeline.Application.Notifications;
using Pipeline.Infrastructure.Identity;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Outbox;

namespace Pipeline.Infrastructure.Outgoing.Mail;

internal static class MailRegistration
{
    /// <summary>What brings people one-time links, by mail where a server is set, by the log else; and mails of what they are told, where one is.</summary>
    /// <exception cref="SettingException">A setting of the server cannot be.</exception>
    public static IServiceCollection AddMail(
        this IServiceCollection services,
        IConfiguration configuration,
        OutboxOptions outbox
    )
    {
        if (MailOptions.Read(configuration) is not { } options)
            return services
                .AddSingleton<ILinkSender, LogLinkSender>()
                .AddSingleton<IMailDoor>(new MailDoor(IsOpen: false));
        outbox.RequireLeasesOver("Pipeline:Mail:TimeoutSeconds", options.TimeoutSeconds);
        return services
            .AddSingleton(options)
            .AddSingleton<Mailer>()
            .AddSingleton<ILinkSender, MailLinkSender>()
            .AddSingleton<IMailDoor>(new MailDoor(IsOpen: true))
            .AddSingleton<NotificationMailWriter>()
            .AddScoped<NotificationMailQueue>()
            .AddHostedService<NotificationMailWorker>();
    }
}
