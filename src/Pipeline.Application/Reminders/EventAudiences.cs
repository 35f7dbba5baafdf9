using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Reminders;

/// <summary>Who is told of an event: by its type, and of a deadline by what is due, since not everybody sees all that is.</summary>
internal static class EventAudiences
{
    public static EventAudience Of(PublishedEvent published) =>
        DeadlineReminder.Is(published.Type)
            ? Of(published.Read<DeadlineReminder>().Kind, published.ProjectId)
            : EventTypes.AudienceOf(published.Type);

    /// <summary>Who is reminded of deadlines of a kind.</summary>
    /// <param name="projectId">Of which project; null for what is a portfolio's own.</param>
    private static EventAudience Of(DeadlineKind kind, Guid? projectId) =>
        kind switch
        {
            DeadlineKind.CommitmentEnd
            or DeadlineKind.AgreementEnd
            or DeadlineKind.AgreementReview
            or DeadlineKind.AgreementObjective => EventAudience.Ledger,
            DeadlineKind.KeyExpiry => EventAudience.Managers,
            // A session is its portfolio's, and its members are told of it as such.
            DeadlineKind.ProgrammeSession when projectId is not null => EventAudience.Owners,
            _ => EventAudience.Members,
        };
}
