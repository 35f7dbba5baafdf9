using AutoMapper;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Application.Access;
using Pipeline.Application.Agreements;
using Pipeline.Application.Alliances;
using Pipeline.Application.Audit;
using Pipeline.Application.Closings;
using Pipeline.Application.Common;
using Pipeline.Application.Dashboards;
using Pipeline.Application.Deadlines;
using Pipeline.Application.Diagnoses;
using Pipeline.Application.Documents;
using Pipeline.Application.Economics;
using Pipeline.Application.EvaluationPlans;
using Pipeline.Application.Evaluations;
using Pipeline.Application.Exports;
using Pipeline.Application.Impacts;
using Pipeline.Application.Imports;
using Pipeline.Application.Indicators;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Modules;
using Pipeline.Application.Notifications;
using Pipeline.Application.Observatory;
using Pipeline.Application.Programmes;
using Pipeline.Application.Progress;
using Pipeline.Application.Projects;
using Pipeline.Application.Records;
using Pipeline.Application.Reference;
using Pipeline.Application.Reminders;
using Pipeline.Application.Risks;
using Pipeline.Application.Territories;
using Pipeline.Application.Transitions;
using Pipeline.Application.Webhooks;

namespace Pipeline.Application;

/// <summary>What the application layer needs to run, but for its handlers, which the composition root scans for.</summary>
public static class DependencyInjection
{
    /// <summary>Adds readers, maps and the pipeline's behaviours.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddSingleton(_ => new RecordCache());
        services.AddScoped<NamedCaller>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(CallerBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(SnapshotBehaviour<,>));
        services
            .AddScoped<Scope>()
            .AddScoped<ProjectReader>()
            .AddScoped<TransitionReader>()
            .AddScoped<GateFactsReader>()
            .AddScoped<Reviewer>()
            .AddScoped<PlanReader>()
            .AddScoped<LedgerReader>()
            .AddScoped<LedgerAccess>()
            .AddScoped<EvaluationReader>()
            .AddScoped<ReferenceData>()
            .AddScoped<AttentionList>()
            .AddScoped<ReportRows>()
            .AddScoped<SavedViews>()
            .AddScoped<ProjectRows>()
            .AddScoped<LedgerRows>()
            .AddScoped<TransitionRows>()
            .AddScoped<GrantImporter>()
            .AddScoped<WorkbookImporter>()
            .AddScoped<Mappings>()
            .AddScoped<ImportAccess>()
            .AddScoped<AuditReader>()
            .AddScoped<DocumentAccess>()
            .AddScoped<WebhookAccess>()
            .AddScoped<Inbox>()
            .AddScoped<NotificationTexts>()
            .AddScoped<ClosingAccess>()
            .AddScoped<ClosingSigner>()
            .AddScoped<ClosingChangeReader>()
            .AddScoped<DescriptionChanges>()
            .AddScoped<ModuleChanges>()
            .AddScoped<MailQueuer>()
            .AddScoped<MailReader>()
            .AddScoped<MailTokens>()
            .AddScoped<DeadlineWatch>()
            .AddScoped<DocumentStore>()
            .AddScoped<FactStore>()
            .AddScoped<Names>()
            .AddScoped<PortfolioRecords>()
            .AddScoped<CoreDeadlines>()
            .AddScoped<DeadlineReader>()
            .AddScoped<AgreementReader>()
            .AddScoped<AllianceReader>()
            .AddScoped<AllianceWriter>()
            .AddScoped<AllianceBlockReader>()
            .AddScoped<EconomicsReader>()
            .AddScoped<ImpactReader>()
            .AddScoped<DiagnosisReader>()
            .AddScoped<ImpactWriter>()
            .AddScoped<EvaluationPlanReader>()
            .AddScoped<IndicatorReader>()
            .AddScoped<IndicatorTargetReader>()
            .AddScoped<TerritoryReader>()
            .AddScoped<OperatingCatalystReader>()
            .AddScoped<ProgressCalendar>()
            .AddScoped<ProgressReader>()
            .AddScoped<ProgressWriter>()
            .AddScoped<ReadingRecorder>()
            .AddScoped<ProgrammeAccess>()
            .AddScoped<ProgrammeReader>()
            .AddScoped<ProgrammeWriter>()
            .AddScoped<CohortReader>()
            .AddScoped<CohortPlaces>()
            .AddScoped<ParticipationReader>()
            .AddScoped<ParticipationWriter>()
            .AddScoped<CatalystRegister>()
            // In the order of their sheets.
            .AddScoped<IModule, AgreementModule>()
            .AddScoped<IModule, EvaluationPlanModule>()
            .AddScoped<IModule, EconomicsModule>()
            .AddScoped<IModule, AllianceModule>()
            .AddScoped<IModule, ImpactModule>()
            .AddScoped<IModule, IndicatorModule>()
            .AddScoped<IModule, TerritoryModule>()
            .AddScoped<IModule, RiskModule>()
            .AddScoped<IModule, ProgressModule>()
            .AddScoped<IModule, ProgrammeModule>()
            .AddScoped<IModule, ObservatoryModule>()
            .AddScoped<IEventConsumer, SendPasswordReset>()
            .AddScoped<IEventConsumer, SendInvitation>()
            .AddScoped<IEventConsumer, QueueWebhooks>()
            .AddScoped<IEventConsumer, TellPeople>();
        services.AddSingleton(Maps().CreateMapper());
        return services;
    }

    /// <summary>All maps of this assembly.</summary>
    public static MapperConfiguration Maps() =>
        new(configuration => configuration.AddMaps(typeof(DependencyInjection).Assembly));
}
