using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Tests.Projects;

public class StakeholderTests
{
    private readonly Project _project = Given.NewProject();

    private void Set(params StakeholderDescription[] stakeholders) => _project.SetStakeholders(stakeholders, Given.Now);

    private static StakeholderDescription Mobilised(int level, string? name = null) =>
        new(StakeholderKind.Academic, name, null, level);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_level_is_0_to_3(int level)
    {
        Set(Mobilised(level));
        _project.Stakeholders.Single().Level.Should().Be(level);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void No_other_level_is_accepted(int level)
    {
        var refusal = Refusal.Of<InvalidValueException>(() => Set(Mobilised(1), Mobilised(level)));
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("out_of_range", "[1].level"));
        _project.Stakeholders.Should().BeEmpty();
    }

    [Fact]
    public void Stakeholders_are_kept_in_their_order_and_replaced_as_a_whole()
    {
        var organisation = Given.Id();
        Set(Mobilised(2, " The university "), new(StakeholderKind.Peer, "", organisation, 1));
        _project
            .Stakeholders.Select(s =>
                (s.Position, new StakeholderDescription(s.Kind, s.Name, s.OrganisationId, s.Level))
            )
            .Should()
            .Equal((0, Mobilised(2, "The university")), (1, new(StakeholderKind.Peer, null, organisation, 1)));

        var version = _project.Version;
        Set();
        _project.Stakeholders.Should().BeEmpty();
        _project.Version.Should().BeGreaterThan(version);
    }

    [Fact]
    public void Names_and_their_number_have_limits()
    {
        Refusal
            .Of<InvalidValueException>(() => Set(Mobilised(1, new('x', Limits.Name + 1))))
            .Code.Should()
            .Be("too_long");
        Refusal
            .Of<InvalidValueException>(() => Set([.. Enumerable.Repeat(Mobilised(1), Limits.List + 1)]))
            .Code.Should()
            .Be("too_many");
    }
}
