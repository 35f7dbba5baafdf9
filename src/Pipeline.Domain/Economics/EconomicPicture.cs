using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Economics;

/// <summary>
/// How a project lives, or is to live: money, people and alliances, the three levers of its balance. "The difficulty lies in the passage from one to the other"
/// (RC l.793-797), hence a current picture, a target, and the way between them.
/// </summary>
/// <param name="AsOf">The day that it shows; of a target, the day on which it is to be reached.</param>
/// <param name="AllianceIds">Alliances of the project that it rests on.</param>
/// <param name="Sizing">How large.</param>
/// <param name="Trajectory">The way there, of the target alone.</param>
public sealed record EconomicPicture(
    DateOnly AsOf,
    SocioEconomicModel Kind,
    [property: MaxLength(Limits.List)] IReadOnlyList<EconomicResource> Resources,
    [property: MaxLength(Limits.List)] IReadOnlyList<EconomicPeople> People,
    [property: MaxLength(Limits.List)] IReadOnlyList<Guid>? AllianceIds = null,
    EconomicSizing? Sizing = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<TrajectoryStep>? Trajectory = null
)
{
    private const decimal Majority = 0.5m,
        NearlyAll = 0.7m;

    /// <summary>Held against its rules, texts trimmed.</summary>
    /// <param name="isTarget">It is what is aimed at.</param>
    /// <param name="currency">The lead portfolio's.</param>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>too_many</c>, <c>duplicate</c>, <c>out_of_range</c>, <c>date_in_future</c>, <c>trajectory_of_target_only</c>, <c>currency_differs</c>, or what <see cref="Money"/> refuses.</exception>
    public EconomicPicture Checked(bool isTarget, string currency, DateTimeOffset now)
    {
        Guard.Day(isTarget ? AsOf : Guard.NotInFuture(AsOf, now, "asOf"), "asOf");
        if (!isTarget && Trajectory is { Count: > 0 })
            throw EconomicRefusals.TrajectoryOfTarget.At("trajectory");
        return this with
        {
            Resources =
            [
                .. Guard
                    .List(Resources, "resources")
                    .Select(
                        (r, i) =>
                            new EconomicResource(
                                r.Source,
                                r.YearlyAmount.Checked(currency, $"resources[{i}].yearlyAmount"),
                                Guard.Optional(r.Label, $"resources[{i}].label", Limits.Name)
                            )
                    ),
            ],
            People = CheckedPeople(),
            AllianceIds = Distinct(AllianceIds),
            Sizing = Sizing is null ? null : CheckedSizing(Sizing, currency),
            Trajectory =
            [
                .. Guard
                    .List(Trajectory, "trajectory")
                    .Select(
                        (step, i) =>
                            new TrajectoryStep(
                                Guard.Required(step.Milestone, $"trajectory[{i}].milestone", Limits.Paragraph),
                                Guard.Day(step.DueOn, $"trajectory[{i}].dueOn"),
                                Done(step.DoneOn, $"trajectory[{i}].doneOn", now)
                            )
                    ),
            ],
        };
    }

    /// <summary>Cents of a source in a year.</summary>
    public long CentsOf(EconomicSource source) => Resources.Sum(r => r.Source == source ? r.YearlyAmount.InCents() : 0);

    /// <summary>A source's part of all resources.</summary>
    public Ratio ShareOf(EconomicSource source) => new(CentsOf(source), Resources.Sum(r => r.YearlyAmount.InCents()));

    /// <summary>Full-time equivalents in a capacity; null where nothing is said of it.</summary>
    public decimal? EquivalentsOf(WorkKind kind) => People.FirstOrDefault(p => p.Kind == kind)?.FullTimeEquivalents;

    /// <summary>What its balance gives cause to say.</summary>
    public IEnumerable<EconomicRemark> Remarks()
    {
        if (IsOver(EconomicSource.Earned, Majority))
            yield return EconomicRemark.EarnedMajority;
        if (Enum.GetValues<EconomicSource>().Any(source => IsOver(source, NearlyAll)))
            yield return EconomicRemark.SingleSource;
    }

    /// <summary>Whether it is an operator's, with its size and at least one milestone on the way there.</summary>
    public bool HasTrajectory() =>
        Kind == SocioEconomicModel.Operator && Sizing is not null && Trajectory is { Count: > 0 };

    private bool IsOver(EconomicSource source, decimal limit) =>
        ShareOf(source) is { IsDefined: true } share && share.Exact > limit;

    private IReadOnlyList<EconomicPeople> CheckedPeople()
    {
        Guard.List(People, "people");
        for (var i = 0; i < People.Count; i++)
        {
            var (kind, equivalents) = People[i];
            if (People.Take(i).Any(p => p.Kind == kind))
                throw CommonRefusals.Duplicate.With(Labels.Of(kind)).At($"people[{i}].kind");
            if (
                equivalents is < 0 or > EconomicPeople.Most
                || decimal.Round(equivalents, EconomicPeople.Decimals, MidpointRounding.ToZero) != equivalents
            )
                throw EconomicRefusals
                    .NoEquivalents.With(equivalents, EconomicPeople.Most)
                    .At($"people[{i}].fullTimeEquivalents");
        }
        return People;
    }

    private static IReadOnlyList<Guid> Distinct(IReadOnlyList<Guid>? ids)
    {
        var given = Guard.List(ids, "allianceIds");
        Guard.Once(given, "allianceIds");
        return given;
    }

    private static EconomicSizing CheckedSizing(EconomicSizing sizing, string currency) =>
        new(
            Size(sizing.Territories, "sizing.territories"),
            Size(sizing.Beneficiaries, "sizing.beneficiaries"),
            sizing.YearlyCost.Checked(currency, "sizing.yearlyCost")
        );

    private static int Size(int size, string field) =>
        size is >= 1 and <= EconomicSizing.Most
            ? size
            : throw EconomicRefusals.NoSize.With(size, EconomicSizing.Most).At(field);

    private static DateOnly? Done(DateOnly? day, string field, DateTimeOffset now) =>
        day is { } on ? Guard.Day(Guard.NotInFuture(on, now, field), field) : null;
}
