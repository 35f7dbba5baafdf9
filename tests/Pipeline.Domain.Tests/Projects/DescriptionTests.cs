using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

public class DescriptionTests
{
    private static readonly ProjectDescription Description = new(
        "Repair cafés",
        "Mending together.",
        new("Waste", "Households"),
        ["Tools to share", "Lessons"],
        new("a", "b", "c", "d", "e", "f", "g"),
        SocioEconomicModel.Operator,
        [12, 8],
        ["environmentAndBiodiversity"],
        Given.TakeOver
    );

    private readonly Project _project = Given.NewProject();

    private bool Describe(ProjectDescription description) => _project.Describe(description, Given.Now);

    private static string Long(int limit) => new('x', limit + 1);

    [Fact]
    public void A_new_project_is_active_in_conception_since_its_start() =>
        _project
            .Should()
            .BeEquivalentTo(
                new
                {
                    Code = "P-1",
                    Name = "Repair cafés",
                    Phase = Phase.Conception,
                    Standing = Standing.Active,
                    StartedOn = Given.Start,
                    PhaseSince = Given.Start,
                    RecordedAt = Given.Now,
                    Version = 1L,
                    SocioEconomicModel = SocioEconomicModel.ResearchAndDevelopment,
                }
            );

    [Theory]
    [InlineData("", "A name", "code", "required")]
    [InlineData("P-1", " ", "name", "required")]
    public void A_new_project_has_a_code_and_a_name(string code, string name, string field, string fault)
    {
        var refusal = Refusal.Of<InvalidValueException>(() =>
            new Project(code, name, null, Given.Id(), Given.Id(), Given.Start, Given.Now)
        );
        (refusal.Faults.Single().Field, refusal.Code).Should().Be((field, fault));
    }

    [Fact]
    public void A_new_project_has_begun() =>
        Refusal
            .Of<InvalidValueException>(() =>
                new Project("P-1", "A name", null, Given.Id(), Given.Id(), Given.Today.AddDays(1), Given.Now)
            )
            .Code.Should()
            .Be("date_in_future");

    [Fact]
    public void A_description_is_kept_whole()
    {
        Describe(Description).Should().BeTrue();
        _project
            .Should()
            .BeEquivalentTo(Description, options => options.Excluding(d => d.Sdgs).Excluding(d => d.Domains));
        _project
            .Tags.Select(t => (t.Dimension, t.Code, t.Position, t.Of))
            .Should()
            .Equal(
                (TagDimension.Sdg, "12", 0, 2),
                (TagDimension.Sdg, "8", 1, 2),
                (TagDimension.Domain, "environmentAndBiodiversity", 0, 1)
            );
    }

    [Fact]
    public void Texts_are_trimmed_and_blank_ones_are_missing()
    {
        Describe(
            Description with
            {
                Name = " Repair ",
                Summary = " ",
                Need = new(" Waste ", ""),
                SolutionHypotheses = [" Tools "],
            }
        );
        (_project.Name, _project.Summary, _project.Need).Should().Be(("Repair", null, new Need("Waste", null)));
        _project.SolutionHypotheses.Should().Equal("Tools");
    }

    [Fact]
    public void The_same_description_again_changes_nothing()
    {
        Describe(Description);
        var version = _project.Version;
        Describe(Description).Should().BeFalse();
        _project.Version.Should().Be(version);
    }

    public static TheoryData<string> Changes => [.. Changed.Keys];

    private static readonly Dictionary<string, ProjectDescription> Changed = new()
    {
        ["name"] = Description with { Name = "Another" },
        ["summary"] = Description with { Summary = null },
        ["need"] = Description with { Need = new("Waste", "Everybody") },
        ["a hypothesis"] = Description with { SolutionHypotheses = ["Tools to share", "Courses"] },
        ["hypotheses joined by a line break"] = Description with { SolutionHypotheses = ["Tools to share\nLessons"] },
        ["model"] = Description with { Model = Description.Model with { Governance = "z" } },
        ["socio-economic model"] = Description with { SocioEconomicModel = SocioEconomicModel.ResearchAndDevelopment },
        ["goals"] = Description with { Sdgs = [12] },
        ["order of goals"] = Description with { Sdgs = [8, 12] },
        ["domains"] = Description with { Domains = [] },
        ["taker-over"] = Description with { TakeOver = null },
    };

    [Theory, MemberData(nameof(Changes))]
    public void Any_change_raises_the_version(string what)
    {
        Describe(Description);
        var version = _project.Version;
        Describe(Changed[what]).Should().BeTrue();
        _project.Version.Should().BeGreaterThan(version);
        Describe(Changed[what]).Should().BeFalse();
    }

    public static TheoryData<string> TooLong => [.. OverTheLimit.Keys];

    private static readonly Dictionary<string, ProjectDescription> OverTheLimit = new()
    {
        ["name"] = Description with { Name = Long(Limits.Name) },
        ["summary"] = Description with { Summary = Long(Limits.Pages) },
        ["need.problem"] = Description with { Need = new(Long(Limits.Pages), null) },
        ["need.beneficiaries"] = Description with { Need = new(null, Long(Limits.Pages)) },
        ["solutionHypotheses[1]"] = Description with { SolutionHypotheses = ["Fine", Long(Limits.Paragraph)] },
        ["model.valueProposition"] = Description with
        {
            Model = Description.Model with { ValueProposition = Long(Limits.Pages) },
        },
        ["model.valueChain"] = Description with { Model = Description.Model with { ValueChain = Long(Limits.Pages) } },
        ["model.economicModel"] = Description with
        {
            Model = Description.Model with { EconomicModel = Long(Limits.Pages) },
        },
        ["model.positioning"] = Description with
        {
            Model = Description.Model with { Positioning = Long(Limits.Pages) },
        },
        ["model.actorRoles"] = Description with { Model = Description.Model with { ActorRoles = Long(Limits.Pages) } },
        ["model.governance"] = Description with { Model = Description.Model with { Governance = Long(Limits.Pages) } },
        ["model.technicalFramework"] = Description with
        {
            Model = Description.Model with { TechnicalFramework = Long(Limits.Pages) },
        },
        ["takeOver.name"] = Description with { TakeOver = new(TakeOverKind.Market, null, Long(Limits.Name)) },
    };

    [Theory, MemberData(nameof(TooLong))]
    public void A_text_over_its_limit_is_refused_where_it_stands(string field)
    {
        var refusal = Refusal.Of<InvalidValueException>(() => Describe(OverTheLimit[field]));
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("too_long", field));
    }

    [Fact]
    public void A_text_at_its_limit_is_accepted()
    {
        Describe(
            Description with
            {
                Name = new('x', Limits.Name),
                Summary = new('x', Limits.Pages),
                SolutionHypotheses = [new('x', Limits.Paragraph)],
            }
        );
        (_project.Name.Length, _project.Summary!.Length, _project.SolutionHypotheses[0].Length)
            .Should()
            .Be((300, 20_000, 2_000));
    }

    [Fact]
    public void A_hundred_hypotheses_are_enough()
    {
        string[] hypotheses = [.. Enumerable.Range(1, Limits.List + 1).Select(i => $"Idea {i}")];
        Refusal
            .Of<InvalidValueException>(() => Describe(Description with { SolutionHypotheses = hypotheses }))
            .Code.Should()
            .Be("too_many");
        Describe(Description with { SolutionHypotheses = hypotheses[1..] });
        _project.SolutionHypotheses.Should().HaveCount(Limits.List);
    }

    [Theory]
    [InlineData(0, "out_of_range", "sdgs[1]")]
    [InlineData(18, "out_of_range", "sdgs[1]")]
    [InlineData(3, "duplicate", "sdgs[1]")]
    public void Goals_are_1_to_17_and_each_once(int second, string code, string field)
    {
        var refusal = Refusal.Of<InvalidValueException>(() => Describe(Description with { Sdgs = [3, second] }));
        (refusal.Code, refusal.Faults.Single().Field).Should().Be((code, field));
    }

    [Theory]
    [InlineData("Health", "unknown_code")]
    [InlineData("ageing", "duplicate")]
    public void Domains_are_known_and_each_once(string second, string code)
    {
        var refusal = Refusal.Of<InvalidValueException>(() =>
            Describe(Description with { Domains = ["ageing", second] })
        );
        (refusal.Code, refusal.Faults.Single().Field).Should().Be((code, "domains[1]"));
    }

    [Fact]
    public void Tags_that_are_replaced_are_retired_and_the_rest_stay()
    {
        Describe(Description);
        var domain = _project.Tags.Single(t => t.Dimension == TagDimension.Domain);
        var goal = _project.Tags.First(t => t.Dimension == TagDimension.Sdg);
        var later = Given.Now.AddDays(1);

        _project.Describe(Description with { Sdgs = [1] }, later);

        goal.EndedAt.Should().Be(later);
        _project.Tags.Should().Contain(domain).And.NotContain(goal);
        _project.Tags.Single(t => t.Dimension == TagDimension.Sdg).RecordedAt.Should().Be(later);
    }

    [Fact]
    public void A_taker_over_can_be_an_organisation_or_a_name_but_not_nobody()
    {
        var organisation = new TakeOver(TakeOverKind.Market, Given.Id(), null);
        Describe(Description with { TakeOver = organisation });
        _project.TakeOver.Should().Be(organisation);
        Refusal
            .Of<InvalidValueException>(() =>
                Describe(Description with { TakeOver = new(TakeOverKind.Market, null, "") })
            )
            .Code.Should()
            .Be("required");
    }

    [Fact]
    public void A_project_is_found_without_case_and_accents()
    {
        Describe(Description with { Name = "Éco-Quartier", Summary = "À Nîmes" });
        _project.NameKey.Should().Be("eco-quartier");
        _project.SearchText.Should().ContainAll("p-1", "eco-quartier", "a nimes");
    }

    [Fact]
    public void A_funder_s_own_file_restates_name_summary_and_carrier_only()
    {
        Describe(Description);
        var (carrier, version) = (Given.Id(), _project.Version);

        _project.Restate("Renamed", null, carrier).Should().BeTrue();
        (_project.Name, _project.Summary, _project.OwnerOrganisationId, _project.Need)
            .Should()
            .Be(("Renamed", null, carrier, Description.Need));
        _project.Version.Should().BeGreaterThan(version);

        version = _project.Version;
        _project.Restate("Renamed", null, carrier).Should().BeFalse();
        _project.Version.Should().Be(version);
    }

    [Fact]
    public void A_stale_copy_is_refused()
    {
        _project.RequireVersion(1);
        _project.FactsChanged();
        Refusal.Of<StaleException>(() => _project.RequireVersion(1)).Code.Should().Be("stale");
        _project.RequireVersion(2);
        _project.Version.Should().Be(2);
    }
}
