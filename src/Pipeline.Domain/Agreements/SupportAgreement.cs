using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Domain.Agreements;

/// <summary>
/// What a fund and a project agree on beside the money: three years at least, objectives built with the association's governance, an exit that is planned from
/// the start (RC l.3062-3103, l.5703-5723).
/// </summary>
/// <param name="SignedOn">Not in the future.</param>
/// <param name="EndsOn">Inclusive.</param>
/// <param name="CoBuiltWithGovernanceOn">When the governance had built the objectives too; null if it did not.</param>
/// <param name="ExitStrategy">How the project goes on when the support ends.</param>
/// <param name="ExitReviewedOn">When both sides last looked at it.</param>
/// <param name="ReviewEveryMonths">How often both sides meet about it.</param>
public sealed record SupportAgreement(
    DateOnly SignedOn,
    DateOnly StartsOn,
    DateOnly EndsOn,
    [property: MaxLength(Limits.List)] IReadOnlyList<AgreedObjective> Objectives,
    DateOnly? CoBuiltWithGovernanceOn = null,
    [property: StringLength(Limits.Pages)] string? ExitStrategy = null,
    DateOnly? ExitReviewedOn = null,
    [property: Range(1, 60)] int? ReviewEveryMonths = null
)
{
    /// <summary>What such a support lasts at least (RC l.3062-3103).</summary>
    public const int LeastMonths = 36;

    /// <summary>Months before its end from which on the end is announced.</summary>
    public const int EndingMonths = 12;

    /// <summary>Held against its rules, texts trimmed.</summary>
    /// <exception cref="InvalidValueException"><c>date_in_future</c>, <c>dates_reversed</c>, <c>out_of_range</c>, <c>required</c>, <c>too_long</c>, <c>too_many</c>.</exception>
    public SupportAgreement Checked(DateTimeOffset now)
    {
        Guard.Day(Guard.NotInFuture(SignedOn, now, "signedOn"), "signedOn");
        Guard.Day(StartsOn, "startsOn");
        DocumentRefusals.InOrder(EndsOn, StartsOn, "endsOn", "startsOn");
        PastDay(CoBuiltWithGovernanceOn, "coBuiltWithGovernanceOn", now);
        PastDay(ExitReviewedOn, "exitReviewedOn", now);
        return this with
        {
            Objectives =
            [
                .. Guard
                    .List(Objectives, "objectives")
                    .Select(
                        (o, i) =>
                            new AgreedObjective(
                                Guard.Required(o.Text, $"objectives[{i}].text", Limits.Paragraph),
                                Guard.Optional(o.Measure, $"objectives[{i}].measure", Limits.Paragraph),
                                Guard.Day(o.DueOn, $"objectives[{i}].dueOn")
                            )
                    ),
            ],
            ExitStrategy = Guard.Optional(ExitStrategy, "exitStrategy", Limits.Pages),
        };
    }

    /// <summary>Whole months from its first to its last day.</summary>
    public int Months() => Common.Months.Through(StartsOn, EndsOn);

    /// <summary>Whether it lasts less than such a support has to.</summary>
    public bool IsShort() => Months() < LeastMonths;

    /// <summary>Whether an exit is written down.</summary>
    public bool HasExit() => ExitStrategy is not null;

    /// <summary>Whether it runs on a day.</summary>
    public bool RunsOn(DateOnly day) => StartsOn <= day && day <= EndsOn;

    /// <summary>Whether more than half of it has gone by.</summary>
    public bool IsPastHalf(DateOnly day) =>
        day.DayNumber - StartsOn.DayNumber > (EndsOn.DayNumber - StartsOn.DayNumber) / 2;

    /// <summary>Whether its end is near, begun or not.</summary>
    public bool IsEnding(DateOnly day) => day <= EndsOn && EndsOn <= day.AddMonths(EndingMonths);

    /// <summary>The next time that both sides meet about it; null where none is agreed, or none is left before the end.</summary>
    public DateOnly? NextReview(DateOnly day)
    {
        if (ReviewEveryMonths is not { } every || day > EndsOn)
            return null;
        for (var n = 1; ; n++)
            if (StartsOn.AddMonths(n * every) is var review && review > EndsOn)
                return null;
            else if (review >= day)
                return review;
    }

    private static void PastDay(DateOnly? day, string field, DateTimeOffset now)
    {
        if (day is { } on)
            Guard.Day(Guard.NotInFuture(on, now, field), field);
    }
}
