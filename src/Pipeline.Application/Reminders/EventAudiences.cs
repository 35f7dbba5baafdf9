using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Reminders;

/// <summary>Who is told of an event: by its type, and of a deadline by what is due, since not everybody sees all that is.</summary>
internal static class EventAudiences
{
    public static EventAudience Of(PublishedEvent published) =>
        DeadlineReminder.Is(published.Type)
            ? Of(published.Read<DeadlineReminder>().Kind)
            : EventTypes.AudienceOf(published.Type);

    /// <summary>Who sees deadlines of a kind.</summary>
    public static EventAudience Of(DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.CommitmentEnd
            or DeadlineKind.AgreementEnd
            or DeadlineKind.AgreementReview
            or DeadlineKind.AgreementObjective => EventAudience.Ledger,
            DeadlineKind.KeyExpiry => EventAudience.Managers,
            _ => EventAudience.Members,
        };
}
