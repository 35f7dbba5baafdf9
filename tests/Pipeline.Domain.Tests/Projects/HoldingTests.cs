using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

public class HoldingTests
{
    private static readonly Guid Other = Given.Id();

    private readonly Project _project = Given.NewProject();

    private IEnumerable<(Guid, HoldingKind)> Holdings => _project.Holdings.Select(h => (h.PortfolioId, h.Kind));

    [Fact]
    public void A_new_project_is_led_by_one_portfolio() =>
        Holdings.Should().Equal((_project.LeadPortfolioId, HoldingKind.Lead));

    [Fact]
    public void Another_portfolio_takes_part_and_leaves()
    {
        var lead = _project.LeadPortfolioId;
        _project.HoldIn(Other, HoldingKind.CoFunder, Given.Now);
        Holdings.Should().Equal((lead, HoldingKind.Lead), (Other, HoldingKind.CoFunder));

        var holding = _project.Holdings.Last();
        _project.ReleaseFrom(Other, hasMoney: false, Given.Now.AddHours(1)).Should().BeTrue();
        Holdings.Should().Equal((lead, HoldingKind.Lead));
        holding.EndedAt.Should().Be(Given.Now.AddHours(1));
        _project.ReleaseFrom(Other, hasMoney: false, Given.Now).Should().BeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_new_lead_makes_the_former_one_a_co_funder(bool alreadyCoFunder)
    {
        var former = _project.LeadPortfolioId;
        if (alreadyCoFunder)
            _project.HoldIn(Other, HoldingKind.CoFunder, Given.Now);

        _project.HoldIn(Other, HoldingKind.Lead, Given.Now);

        _project.LeadPortfolioId.Should().Be(Other);
        Holdings.Should().BeEquivalentTo([(former, HoldingKind.CoFunder), (Other, HoldingKind.Lead)]);
    }

    [Fact]
    public void A_holding_of_yesterday_or_with_money_is_ended_and_not_undone()
    {
        _project.HoldIn(Other, HoldingKind.CoFunder, Given.Now);
        foreach (var (money, now) in new[] { (true, Given.Now), (false, Given.Now.AddDays(1)) })
            Refusal
                .Of<RefusedException>(() => _project.ReleaseFrom(Other, money, now))
                .Code.Should()
                .Be("holding_to_be_ended");
        var end = End(Given.Today)!;
        (end.PortfolioId, end.EndedOn, end.Reason, end.RecordedBy)
            .Should()
            .Be((Other, Given.Today, "Another strategy.", Given.Manager.UserId));
        Holdings.Should().Equal((_project.LeadPortfolioId, HoldingKind.Lead));
        End(Given.Today).Should().BeNull("it has left");
    }

    [Fact]
    public void A_portfolio_does_not_leave_before_it_came_nor_before_its_money()
    {
        _project.HoldIn(Other, HoldingKind.CoFunder, Given.Now);
        foreach (
            var (day, agreed, code) in new[]
            {
                (Given.Start.AddDays(-1), (DateOnly?)null, "ended_before_holding"),
                (Given.Start, Given.Start.AddDays(1), "ended_before_commitment"),
                (Given.Today.AddDays(1), null, "date_in_future"),
            }
        )
        {
            var refusal = Refusal.Of<InvalidValueException>(() => End(day, agreed));
            (refusal.Code, refusal.Faults.Single().Field).Should().Be((code, "endedOn"));
        }
        End(Given.Start, Given.Start)!.EndedOn.Should().Be(Given.Start);
        _project.HoldIn(Other, HoldingKind.CoFunder, Given.Now);
        _project.Holdings.Last().FromOn.Should().Be(Given.Today, "who comes back does so from a day on");
        Refusal.Of<InvalidValueException>(() => End(Given.Today.AddDays(-1))).Code.Should().Be("ended_before_holding");
    }

    private HoldingEnd? End(DateOnly on, DateOnly? lastAgreed = null) =>
        _project.EndHolding(Other, on, " Another strategy. ", lastAgreed, Given.Manager.UserId, Given.Now);

    [Fact]
    public void The_lead_does_not_let_go()
    {
        var lead = _project.LeadPortfolioId;
        Refusal
            .Of<RefusedException>(() => _project.ReleaseFrom(lead, hasMoney: false, Given.Now))
            .Code.Should()
            .Be("lead_holding_required");
        Refusal
            .Of<RefusedException>(() => _project.HoldIn(lead, HoldingKind.CoFunder, Given.Now))
            .Code.Should()
            .Be("lead_holding_required");
        Holdings.Should().Equal((lead, HoldingKind.Lead));
    }

    [Fact]
    public void To_hold_as_before_changes_nothing()
    {
        _project.HoldIn(_project.LeadPortfolioId, HoldingKind.Lead, Given.Now);
        (_project.Holdings.Count(), _project.Version).Should().Be((1, 1L));
        _project.HoldIn(Other, HoldingKind.CoFunder, Given.Now);
        _project.Version.Should().Be(2);
    }

    [Fact]
    public void Owners_come_once_and_go_once()
    {
        _project.AddOwner(Given.Owner.UserId, Given.Now);
        var version = _project.Version;
        _project.AddOwner(Given.Owner.UserId, Given.Now);
        _project.Version.Should().Be(version);
        _project.Owners.Should().ContainSingle().Which.UserId.Should().Be(Given.Owner.UserId);
        _project.RemoveOwner(Given.Owner.UserId).Should().BeTrue();
        _project.RemoveOwner(Given.Owner.UserId).Should().BeFalse();
        _project.Owners.Should().BeEmpty();
    }
}
