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
            .Territories.Select(t => new TerritoryDescription(t.Name, t.Level, t.Region, t.SizeSegment, t.Since))
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
        _project.Territories.Single().IsDeployed(Given.Today).Should().Be(deployed);
    }
}
