using Pipeline.Domain.Common;
using Pipeline.Domain.Portfolios;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Portfolios;

public class PortfolioTests
{
    private static Portfolio NewPortfolio(
        LifecyclePolicy? policy = null,
        string currency = "EUR",
        string code = "F-1",
        string name = "Fund"
    ) => new(code, name, Given.Id(), currency, policy ?? LifecyclePolicy.Default, Given.Now);

    private static void Refused(LifecyclePolicy policy, string code, string field)
    {
        foreach (
            var attempt in new Action[]
            {
                () => NewPortfolio(policy),
                () => NewPortfolio().Describe("Fund", Given.Id(), policy),
            }
        )
        {
            var refusal = Refusal.Of<InvalidValueException>(attempt);
            (refusal.Code, refusal.Faults.Single().Field).Should().Be((code, field));
        }
    }

    [Fact]
    public void By_default_transitions_are_reviewed_and_thresholds_are_the_report_s()
    {
        var policy = NewPortfolio().Policy;
        (policy.ReviewRequired, policy.CapacityBuildingTarget, policy.EvaluationCeiling)
            .Should()
            .Be((true, 0.22m, 0.10m));
        Gates.Criteria.Should().OnlyContain(c => policy.SeverityOf(c) == c.Default);
    }

    [Theory]
    [InlineData(-0.0001)]
    [InlineData(1.0001)]
    [InlineData(0.22001)]
    public void A_threshold_is_a_share_of_four_decimals(decimal share)
    {
        Refused(
            LifecyclePolicy.Default with
            {
                CapacityBuildingTarget = share,
            },
            "out_of_range",
            "policy.capacityBuildingTarget"
        );
        Refused(LifecyclePolicy.Default with { EvaluationCeiling = share }, "out_of_range", "policy.evaluationCeiling");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.2201)]
    [InlineData(1)]
    public void Every_such_share_is_accepted(decimal share)
    {
        var policy = LifecyclePolicy.Default with { CapacityBuildingTarget = share, EvaluationCeiling = share };
        NewPortfolio(policy).Policy.Should().Be(policy);
    }

    [Fact]
    public void Severities_are_set_for_known_criteria_only() =>
        Refused(
            LifecyclePolicy.Default with
            {
                Severities = new Dictionary<string, Severity>
                {
                    ["need.described"] = Severity.Warn,
                    ["need.imagined"] = Severity.Warn,
                },
            },
            "unknown_criterion",
            "policy.severities.need.imagined"
        );

    [Fact]
    public void A_severity_that_is_set_counts_and_the_others_stay()
    {
        var policy = LifecyclePolicy.Default with
        {
            Severities = new Dictionary<string, Severity> { ["need.described"] = Severity.Ignore },
        };
        var severities = Gates.Criteria.ToDictionary(c => c.Code, NewPortfolio(policy).Policy.SeverityOf);
        severities["need.described"].Should().Be(Severity.Ignore);
        severities["solution.hypothesis"].Should().Be(Severity.Block);
        severities["model.keyFactors"].Should().Be(Severity.Warn);
    }

    [Theory]
    [InlineData("", "Fund", "EUR", "required", "code")]
    [InlineData("F-1", "", "EUR", "required", "name")]
    [InlineData("F-1", "Fund", "euro", "invalid_currency", "currency")]
    public void A_portfolio_has_a_code_a_name_and_a_currency(
        string code,
        string name,
        string currency,
        string fault,
        string field
    )
    {
        var refusal = Refusal.Of<InvalidValueException>(() => NewPortfolio(currency: currency, code: code, name: name));
        (refusal.Code, refusal.Faults.Single().Field).Should().Be((fault, field));
    }

    [Fact]
    public void A_change_raises_the_version_and_keeps_code_and_currency()
    {
        var portfolio = NewPortfolio(currency: "GBP");
        var investor = Given.Id();
        portfolio.Describe(" Renamed ", investor, LifecyclePolicy.Default with { ReviewRequired = false });
        (
            portfolio.Code,
            portfolio.Currency,
            portfolio.Name,
            portfolio.OrganisationId,
            portfolio.Policy.ReviewRequired,
            portfolio.Version
        )
            .Should()
            .Be(("F-1", "GBP", "Renamed", investor, false, 2L));
    }

    [Fact]
    public void Somebody_has_one_role_the_last_one_given()
    {
        var portfolio = NewPortfolio();
        portfolio.SetMember(Given.Owner.UserId, PortfolioRole.Investor, Given.Now);
        portfolio.SetMember(Given.Manager.UserId, PortfolioRole.Manager, Given.Now);
        portfolio.SetMember(Given.Owner.UserId, PortfolioRole.Finance, Given.Now);
        portfolio
            .Members.Select(m => (m.UserId, m.Role))
            .Should()
            .Equal((Given.Owner.UserId, PortfolioRole.Finance), (Given.Manager.UserId, PortfolioRole.Manager));
        portfolio.Version.Should().Be(4);
    }

    [Fact]
    public void A_role_is_taken_away_once()
    {
        var portfolio = NewPortfolio();
        portfolio.SetMember(Given.Owner.UserId, PortfolioRole.Investor, Given.Now);
        portfolio.RemoveMember(Given.Owner.UserId).Should().BeTrue();
        portfolio.RemoveMember(Given.Owner.UserId).Should().BeFalse();
        (portfolio.Members.Count, portfolio.Version).Should().Be((0, 3L));
    }
}
