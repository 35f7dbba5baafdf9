using Pipeline.Domain.Common;
using Pipeline.Domain.Reference;

namespace Pipeline.Domain.Tests.Reference;

public class ListsTests
{
    private const string CamelCaseAscii = "^[a-z][a-zA-Z]*$";

    [Fact]
    public void Sixteen_domains_in_four_families()
    {
        Domains
            .All.Where(d => d.Family == DomainFamily.Economic)
            .Select(d => d.Code)
            .Should()
            .Equal("employmentAndInclusion", "economicDevelopment", "purchasingPower");
        Domains
            .All.Where(d => d.Family == DomainFamily.Social)
            .Select(d => d.Code)
            .Should()
            .Equal("povertyAndExclusion", "disabilityAndDiversity", "ageing", "socialTiesAndIsolation");
        Domains
            .All.Where(d => d.Family == DomainFamily.Societal)
            .Select(d => d.Code)
            .Should()
            .Equal("education", "health", "safety", "digitalAccess", "cultureAndLeisure");
        Domains
            .All.Where(d => d.Family == DomainFamily.Environmental)
            .Select(d => d.Code)
            .Should()
            .Equal("environmentAndBiodiversity", "housing", "energyTransition", "mobilityAndTransport");
        Domains.All.Should().HaveCount(16);
    }

    [Fact]
    public void Seventeen_goals_numbered_as_the_united_nations_do()
    {
        Sdgs.All.Select(g => g.Number).Should().Equal(Enumerable.Range(1, 17));
        Sdgs.Find(1)!.Title.Should().Be(new Text("No Poverty", "Pas de pauvreté"));
        Sdgs.Find(10)!.Title.Should().Be(new Text("Reduced Inequalities", "Inégalités réduites"));
        Sdgs.Find(17)!
            .Title.Should()
            .Be(new Text("Partnerships for the Goals", "Partenariats pour la réalisation des objectifs"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(18)]
    [InlineData(-1)]
    public void There_is_no_other_goal(int number) => Sdgs.Find(number).Should().BeNull();

    [Fact]
    public void Thirteen_metropolitan_regions_then_overseas_then_other()
    {
        Regions
            .Metropolitan.Select(r => r.Code)
            .Should()
            .Equal(
                "auvergneRhoneAlpes",
                "bourgogneFrancheComte",
                "bretagne",
                "centreValDeLoire",
                "corse",
                "grandEst",
                "hautsDeFrance",
                "ileDeFrance",
                "normandie",
                "nouvelleAquitaine",
                "occitanie",
                "paysDeLaLoire",
                "provenceAlpesCoteDAzur"
            );
        Regions.Metropolitan.Should().HaveCount(13);
        Regions
            .All.Select(r => r.Code)
            .Should()
            .Equal([.. Regions.Metropolitan.Select(r => r.Code), "overseas", "other"]);
    }

    [Fact]
    public void Codes_of_lists_are_unique_and_camelCase()
    {
        Domains
            .All.Select(d => d.Code)
            .Should()
            .OnlyHaveUniqueItems()
            .And.AllSatisfy(c => c.Should().MatchRegex(CamelCaseAscii));
        Regions
            .All.Select(r => r.Code)
            .Should()
            .OnlyHaveUniqueItems()
            .And.AllSatisfy(c => c.Should().MatchRegex(CamelCaseAscii));
    }

    [Fact]
    public void Labels_of_lists_are_filled_and_unique_in_both_languages()
    {
        IEnumerable<IEnumerable<Text>> lists =
        [
            Domains.All.Select(d => d.Label),
            Regions.All.Select(r => r.Label),
            Sdgs.All.Select(g => g.Title),
        ];
        foreach (var list in lists)
        {
            list.Select(t => t.En).Should().OnlyHaveUniqueItems().And.NotContain(t => string.IsNullOrWhiteSpace(t));
            list.Select(t => t.Fr).Should().OnlyHaveUniqueItems().And.NotContain(t => string.IsNullOrWhiteSpace(t));
        }
    }

    [Theory]
    [InlineData("ageing", true)]
    [InlineData("Ageing", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_domain_is_found_by_its_exact_code(string? code, bool found) =>
        (Domains.Find(code) is not null).Should().Be(found);

    [Theory]
    [InlineData("bretagne", true)]
    [InlineData("other", true)]
    [InlineData("Bretagne", false)]
    [InlineData(null, false)]
    public void A_region_is_found_by_its_exact_code(string? code, bool found) =>
        (Regions.Find(code) is not null).Should().Be(found);
}
