using Pipeline.Domain.Common;

namespace Pipeline.Domain.Programmes;

/// <summary>An organisation that animates how the others of its territory come to know each other (CT l.245-283); it is in the register once.</summary>
/// <param name="OrganisationId">Of the directory.</param>
/// <param name="Territories">Where.</param>
/// <param name="Since">From when on.</param>
/// <param name="Engineering">The ways of engineering that it has.</param>
public sealed record Catalyst(
    Guid OrganisationId,
    IReadOnlyList<CatalystMission> Missions,
    IReadOnlyList<string> Territories,
    DateOnly Since,
    IReadOnlyList<Engineering> Engineering
)
{
    /// <summary>Held against its rules, texts trimmed.</summary>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>too_long</c>, <c>too_many</c>, <c>duplicate</c>, <c>date_in_future</c>, <c>out_of_range</c>.</exception>
    public Catalyst Checked(DateTimeOffset now)
    {
        if (Missions.Count == 0)
            throw CommonRefusals.Required.With("missions").At("missions");
        if (Territories.Count == 0)
            throw CommonRefusals.Required.With("territories").At("territories");
        Guard.Once(Missions, "missions");
        Guard.Once(Engineering, "engineering");
        var territories = Guard
            .List(Territories, "territories")
            .Select((t, i) => Guard.Required(t, $"territories[{i}]", Limits.Name))
            .ToList();
        Guard.Once(territories, "territories");
        Guard.Day(Guard.NotInFuture(Since, now, "since"), "since");
        return this with { Territories = territories };
    }
}
