using Pipeline.Application.Modules;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Reminders;

/// <summary>A deadline approaches, is today, or was missed.</summary>
/// <param name="Type"><see cref="Approaching"/> or <see cref="Missed"/>.</param>
/// <param name="OccurredAt">When it was looked at (UTC).</param>
/// <param name="Kind">What is due.</param>
/// <param name="DueOn">Its day.</param>
/// <param name="Of">Which of its kind, by the id or code of what is due (<see cref="DueItem.Which"/>); null where there is one at most, and where an earlier version wrote it.</param>
public sealed record DeadlineReminder(
    string Type,
    DateTimeOffset OccurredAt,
    DeadlineKind Kind,
    DateOnly DueOn,
    string? Of = null
) : DomainEvent(Type, OccurredAt)
{
    /// <summary>Its day is to come, or today.</summary>
    public const string Approaching = "deadline.approaching";

    /// <summary>Its day has gone by.</summary>
    public const string Missed = "deadline.missed";

    /// <summary>Whether events of a type are reminders.</summary>
    public static bool Is(string type) => type is Approaching or Missed;
}
