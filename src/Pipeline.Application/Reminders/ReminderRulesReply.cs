using System.ComponentModel.DataAnnotations;
using Pipeline.Application.Common;
using Pipeline.Domain.Reminders;

namespace Pipeline.Application.Reminders;

/// <summary>When people are reminded of a portfolio's deadlines.</summary>
/// <param name="DaysBefore">How many days before its day, once; 0 for not at all.</param>
/// <param name="OnTheDay">Whether on the day itself.</param>
/// <param name="WeeklyWhileLate">Whether once it is late, and again each week.</param>
public sealed record ReminderRulesBody(
    [property: Range(0, ReminderRules.MostDays)] int DaysBefore,
    bool OnTheDay,
    bool WeeklyWhileLate
);

/// <inheritdoc cref="ReminderRulesBody" />
/// <param name="Version">Rises with every change; 0 before the first one.</param>
public sealed record ReminderRulesReply(int DaysBefore, bool OnTheDay, bool WeeklyWhileLate, long Version) : IVersioned
{
    long IVersioned.ETag => Version;

    internal static ReminderRulesReply Of(ReminderRules rules) =>
        new(rules.DaysBefore, rules.OnTheDay, rules.WeeklyWhileLate, rules.Version);
}
