using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pipeline.Application.Access;
using Pipeline.Application.Calendars;
using Pipeline.Application.Common;
using Pipeline.Application.Exports;
using Pipeline.Application.Imports;
using Pipeline.Application.Observatory;
using Pipeline.Application.Operations;
using Pipeline.Infrastructure.Files.Calendars;
using Pipeline.Infrastructure.Files.Documents;
using Pipeline.Infrastructure.Files.Imports;
using Pipeline.Infrastructure.Files.Registers;
using Pipeline.Infrastructure.Files.Workbooks;
using Pipeline.Infrastructure.Identity;
using Pipeline.Infrastructure.Identity.Keys;
using Pipeline.Infrastructure.Outgoing;
using Pipeline.Infrastructure.Outgoing.Mail;
using Pipeline.Infrastructure.Outgoing.Reminders;
using Pipeline.Infrastructure.Outgoing.Webhooks;
using Pipeline.Infrastructure.Persistence;
using Pipeline.Infrastructure.Persistence.Outbox;
using Pipeline.Infrastructure.Persistence.Providers;

namespace Pipeline.Infrastructure;

/// <summary>What stands behind the application's ports.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the database, the people, the file readers and writers.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDatabase(configuration);
        services.AddKeys(configuration);
        // Before the framework's own, which it then leaves out.
        services.AddScoped<IPasswordValidator<PipelineUser>, PasswordPolicy>();
        services.AddScoped<ILookupNormalizer, SignInNames>();
        services
            .AddIdentityCore<PipelineUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                // For the OpenAPI document; what decides is the policy above.
                options.Password.RequiredLength = PasswordPolicy.MinLength;
                options.Lockout.MaxFailedAccessAttempts = 10;
            })
            .AddEntityFrameworkStores<PipelineDbContext>()
            .AddSignInManager();
        services.AddScoped<IUserDirectory, UserDirectory>();
        services.AddScoped<IAccounts, Accounts>();
        services.AddScoped<ProviderAccounts>();
        services.AddSingleton(new LinkAddress(configuration));
        var outbox = (configuration.GetSection("Pipeline:Outbox").Get<OutboxOptions>() ?? new()).Checked();
        services.AddMail(configuration, outbox);
        services.AddSingleton<LastUse>();
        services.AddScoped<SessionStore>().AddScoped<ISessions>(p => p.GetRequiredService<SessionStore>());
        // Made where somebody signs in: every request asks for its session, and a dozen services hang on this one.
        services.AddScoped(p => new Lazy<IUserClaimsPrincipalFactory<PipelineUser>>(
            p.GetRequiredService<IUserClaimsPrincipalFactory<PipelineUser>>
        ));
        services.AddScoped<IdempotencyStore>();
        services
            .AddSingleton(outbox)
            .AddSingleton<OutboxSignal>()
            .AddScoped<OutboxStore>()
            .AddScoped<InboxClearing>()
            .AddScoped<IDatabaseState, DatabaseState>();
        foreach (var lane in OutboxLane.All)
            services.AddSingleton<IHostedService>(p => ActivatorUtilities.CreateInstance<OutboxWorker>(p, lane));
        services.AddSingleton<ISecretSeal, SecretSeal>();
        services.AddWebhooks(configuration, outbox);
        services
            .AddSingleton((configuration.GetSection("Pipeline:Reminders").Get<ReminderOptions>() ?? new()).Checked())
            .AddHostedService<ReminderWorker>();
        services.AddDocuments(configuration);
        services.AddSingleton(configuration.GetSection("Pipeline:Imports").Get<ImportLimits>() ?? new());
        services.AddSingleton<IGrantFileReader, GrantFileReader>();
        services.AddSingleton<IObservationFileReader, ObservationFileReader>();
        services.AddSingleton<IPortfolioWorkbookReader, PortfolioWorkbookReader>();
        services.AddSingleton<IMappingVocabulary, MappingVocabulary>();
        services.AddSingleton<IRejectedRowsWriter, RejectedRowsWriter>();
        services.AddSingleton<IWorkbookWriter, WorkbookWriter>();
        services.AddSingleton<ISubsidyWriter, SubsidyWriter>();
        services.AddSingleton<IGrantWriter, GrantWriter>();
        services.AddSingleton<IRegisterWriter, RegisterWriter>();
        services.AddSingleton<IExcelConnectionWriter, ExcelConnectionWriter>();
        services.AddSingleton<ICalendarWriter, CalendarWriter>();
        return services;
    }
}
