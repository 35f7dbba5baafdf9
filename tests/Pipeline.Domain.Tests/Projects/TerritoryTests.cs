using System.Globalization;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Tests.Projects;

public class TerritoryTests
{
    private readonly Project _project = Given.NewProject();

    private static TerritoryDescription At(string name, string? region = null, DateOnly? since = null) =>
        new(name, TerritorialLevel.Local, region, SizeSegment.Under20000, since);

    private void Set(params TerritoryDescription[] territories) => _project.SetTerritories(territories, Given.Now);

    private void Refused(string code, string field, params TerritoryDescription[] territories)
    {
        var refusal = Refusal.Of<InvalidValueException>(() => Set(territories));
        (refusal.Code, refusal.Faults.Single().Field).Should().Be((code, field));
    }

    [Fact]
    public void Territories_are_kept_in_their_order_and_replaced_as_a_whole()
    {
        Set(At(" Rennes ", "bretagne", Given.Start), At("Elsewhere"));
        _project
            .Territories.Select(t => t.Described())
            .Should()
            .Equal(At("Rennes", "bretagne", Given.Start), At("Elsewhere"));
        _project.Territories.Select(t => t.Position).Should().Equal(0, 1);

        Set(At("Brest"));
        _project.Territories.Should().ContainSingle().Which.Name.Should().Be("Brest");
    }

    [Fact]
    public void A_territory_is_named_once_whatever_its_case_and_accents() =>
        Refused("duplicate", "[2].name", At("Nîmes"), At("Arles"), At("NIMES"));

    [Fact]
    public void A_territory_has_a_name_within_the_limit()
    {
        Refused("required", "[1].name", At("Arles"), At(" "));
        Refused("too_long", "[0].name", At(new('x', Limits.Name + 1)));
    }

    [Fact]
    public void A_region_is_a_known_code() => Refused("unknown_code", "[0].region", At("Rennes", "Bretagne"));

    [Fact]
    public void A_hundred_territories_are_enough() =>
        Refused("too_many", "territories", [.. Enumerable.Range(0, Limits.List + 1).Select(i => At($"Place {i}"))]);

    [Fact]
    public void What_is_refused_leaves_the_old_list()
    {
        Set(At("Rennes"));
        var version = _project.Version;
        Refused("duplicate", "[1].name", At("Arles"), At("Arles"));
        _project.Territories.Should().ContainSingle().Which.Name.Should().Be("Rennes");
        _project.Version.Should().Be(version);
    }

    [Fact]
    public void Regions_of_territories_become_tags_each_once()
    {
        Set(At("Rennes", "bretagne"), At("Lyon", "auvergneRhoneAlpes"), At("Brest", "bretagne"), At("Elsewhere"));
        _project
            .Tags.Where(t => t.Dimension == TagDimension.Region)
            .Select(t => (t.Dimension, t.Code, t.Of))
            .Should()
            .Equal((TagDimension.Region, "bretagne", 2), (TagDimension.Region, "auvergneRhoneAlpes", 2));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_territory_counts_from_the_day_it_began_and_a_later_date_is_a_plan(int? days, bool deployed)
    {
        Set(At("Rennes", since: days is { } d ? Given.Today.AddDays(d) : null));
        _project.Territories.Single().Described().IsDeployed(Given.Today).Should().Be(deployed);
    }

    [Theory]
    [InlineData(TerritoryRole.Experiment, null, null, true, false, false)]
    [InlineData(TerritoryRole.Deployment, null, null, false, true, true)]
    [InlineData(TerritoryRole.Deployment, "Buses in place of cars", null, false, true, false)]
    [InlineData(TerritoryRole.Both, null, null, true, true, false)]
    [InlineData(TerritoryRole.Both, null, "2026-06-15", false, false, false)]
    [InlineData(TerritoryRole.Deployment, null, "2026-06-15", false, false, false)]
    [InlineData(TerritoryRole.Deployment, null, "2026-06-16", false, true, true)]
    public void A_role_says_what_a_territory_counts_as_until_it_is_closed(
        TerritoryRole role,
        string? adaptation,
        string? closedOn,
        bool named,
        bool deployed,
        bool lacking
    )
    {
        var closed = closedOn is null ? (DateOnly?)null : DateOnly.Parse(closedOn, CultureInfo.InvariantCulture);
        var place = At("Brest") with { Role = role, Adaptation = adaptation, ClosedOn = closed };
        (place.IsNamedForExperiment(Given.Today), place.IsDeployed(Given.Today), place.LacksAdaptation(Given.Today))
            .Should()
            .Be((named, deployed, lacking));
    }

    [Fact]
    public void A_territory_is_not_closed_before_the_project_acts_there() =>
        Refused(
            "closed_before_since",
            "[0].closedOn",
            At("Brest", since: Given.Today) with
            {
                ClosedOn = Given.Today.AddDays(-1),
            }
        );
}
