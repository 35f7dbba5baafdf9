using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Impacts;

/// <summary>Something that a project is to bring about, or has brought about unasked; one that is undesirable stays in the list and is answered.</summary>
/// <param name="Facet">One of its kind.</param>
/// <param name="Level">Where it shows.</param>
/// <param name="Statement">What will be different.</param>
/// <param name="Since">The day its clock runs from.</param>
/// <param name="Beneficiaries">For whom.</param>
/// <param name="AllianceId">The alliance that brings it about.</param>
/// <param name="Indicators">Codes of the lead portfolio's indicators that show it.</param>
/// <param name="FirstIntuition">What was thought of it at first, to be held against what came (RC l.3187-3386).</param>
public sealed record Impact(
    ImpactKind Kind,
    ImpactFacet Facet,
    Foreseen Foreseen,
    ImpactDimension Dimension,
    ImpactLevel Level,
    [property: StringLength(Limits.Paragraph, MinimumLength = 1)] string Statement,
    DateOnly Since,
    [property: StringLength(Limits.Paragraph)] string? Beneficiaries = null,
    Guid? AllianceId = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<string>? Indicators = null,
    [property: StringLength(Limits.Pages)] string? FirstIntuition = null
)
{
    /// <summary>Held against its rules, texts trimmed.</summary>
    /// <exception cref="InvalidValueException"><c>facet_of_another_kind</c>, <c>required</c>, <c>too_long</c>, <c>too_many</c>, <c>duplicate</c>, <c>out_of_range</c>.</exception>
    public Impact Checked()
    {
        var facets = ImpactClock.Facets(Kind);
        if (!facets.Contains(Facet))
            throw ImpactRefusals
                .FacetOfAnotherKind.With(
                    Labels.Of(Facet),
                    Labels.Of(Kind),
                    new Text(
                        string.Join(", ", facets.Select(f => Labels.Of(f).En)),
                        string.Join(", ", facets.Select(f => Labels.Of(f).Fr))
                    )
                )
                .At("facet");
        Guard.Day(Since, "since");
        var indicators = Guard
            .List(Indicators, "indicators")
            .Select((code, i) => Guard.Required(code, $"indicators[{i}]", Limits.Code))
            .ToList();
        Guard.Once(indicators, "indicators");
        return this with
        {
            Statement = Guard.Required(Statement, "statement", Limits.Paragraph),
            Beneficiaries = Guard.Optional(Beneficiaries, "beneficiaries", Limits.Paragraph),
            Indicators = indicators,
            FirstIntuition = Guard.Optional(FirstIntuition, "firstIntuition", Limits.Pages),
        };
    }

    /// <summary>Whether somebody who looks on a day looks before the first horizon: what they see is a sign.</summary>
    public bool IsSign(DateOnly day) => day < Horizons().First();

    /// <summary>Where it stands on a day.</summary>
    /// <param name="readings">What was found by then, with its days.</param>
    public ImpactStanding On(DateOnly day, IEnumerable<(DateOnly On, ImpactOutcome Outcome)> readings)
    {
        if (IsSign(day))
            return new(ImpactState.TooEarly, Horizons().First(), null);
        var passed = Horizons().Last(h => h <= day);
        var since = readings.Where(r => r.On >= passed && r.On <= day).OrderBy(r => r.On).ToList();
        return since.Count == 0
            ? new(ImpactState.Due, passed, null)
            : new(
                ImpactState.Read,
                Horizons().Where(h => h > day).Select(h => (DateOnly?)h).FirstOrDefault(),
                since[^1].Outcome
            );
    }

    /// <summary>Refuses a reading of a day before it began.</summary>
    /// <exception cref="InvalidValueException"><c>reading_before_impact</c>.</exception>
    public void RequireBegun(DateOnly day) => Guard.NotBefore(day, Since, "on", ImpactRefusals.ReadingBeforeImpact);

    // The last days that there are come before the seasons of an impact that begins then.
    private IEnumerable<DateOnly> Horizons() =>
        ImpactClock
            .Horizons(Kind)
            .Select(months =>
                Since.DayNumber > DateOnly.MaxValue.AddMonths(-months).DayNumber
                    ? DateOnly.MaxValue
                    : Since.AddMonths(months)
            );
}
