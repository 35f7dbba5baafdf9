using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Tests.Support;

public class CommitmentTests
{
    private static readonly CommitmentTerms Terms = new(
        Given.Id(),
        Given.Id(),
        Lever.Funding,
        Phase.Experimentation,
        Nature.Cash,
        100_000,
        Given.Start,
        null,
        null,
        null,
        " C-17 "
    );

    private static Commitment Agreed(CommitmentTerms terms) =>
        new(Given.Id(), Given.Start, terms, Given.Manager.UserId, Given.Now);

    private static void Refused(CommitmentTerms terms, string code, string field)
    {
        var refusal = Refusal.Of<InvalidValueException>(() => Agreed(terms));
        (refusal.Code, refusal.Faults.Single().Field).Should().Be((code, field));
    }

    [Fact]
    public void A_commitment_keeps_its_terms()
    {
        var commitment = Agreed(Terms);
        commitment.Should().BeEquivalentTo(Terms with { Reference = "C-17" });
        commitment
            .Should()
            .BeEquivalentTo(
                new
                {
                    RecordedBy = Given.Manager.UserId,
                    RecordedAt = Given.Now,
                    DeliveredCents = 0L,
                    CommittedCents = 100_000L,
                }
            );
    }

    [Theory]
    [InlineData(0, "amount_not_positive")]
    [InlineData(-1, "amount_not_positive")]
    [InlineData(Money.MaxCents + 1, "amount_too_large")]
    public void It_is_of_an_amount(long cents, string code) => Refused(Terms with { Cents = cents }, code, "amount");

    [Fact]
    public void It_is_not_agreed_in_the_future()
    {
        Refused(Terms with { AgreedOn = Given.Today.AddDays(1) }, "date_in_future", "agreedOn");
        Agreed(Terms with { AgreedOn = Given.Today }).AgreedOn.Should().Be(Given.Today);
    }

    [Fact]
    public void It_is_not_agreed_before_the_project_began() =>
        Refused(Terms with { AgreedOn = Given.Start.AddDays(-1) }, "before_start", "agreedOn");

    [Fact]
    public void It_does_not_end_before_it_starts()
    {
        var start = Given.Start.AddYears(9);
        Refused(Terms with { StartsOn = start, EndsOn = start.AddDays(-1) }, "dates_reversed", "endsOn");
        Refused(Terms with { EndsOn = Terms.AgreedOn.AddDays(-1) }, "dates_reversed", "endsOn");
        Agreed(Terms with { StartsOn = start, EndsOn = start }).EndsOn.Should().Be(start);
    }

    [Theory]
    [InlineData(Nature.Cash)]
    [InlineData(Nature.InKind)]
    public void Hours_are_for_skills(Nature nature)
    {
        Refused(Terms with { Nature = nature, Hours = 8 }, "hours_without_skills", "hours");
        Agreed(Terms with { Nature = Nature.Skills, Hours = 8 }).Hours.Should().Be(8);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(0.001)]
    [InlineData(1_000_000.01)]
    public void Hours_are_a_positive_figure_of_two_decimals(decimal hours) =>
        Refused(Terms with { Nature = Nature.Skills, Hours = hours }, "hours_not_positive", "hours");

    [Fact]
    public void Its_reference_is_short() =>
        Refused(Terms with { Reference = new('x', Limits.Short + 1) }, "too_long", "reference");

    [Fact]
    public void Cancelled_it_counts_for_what_was_delivered()
    {
        var commitment = Agreed(Terms);
        commitment.Deliver(30_000, "EUR", Given.Today, null, null, Given.Manager.UserId, Given.Now);

        commitment.Cancel(" The funder left. ", Given.Today, Given.Manager.UserId, Given.Now);

        (commitment.CommittedCents, commitment.DeliveredCents, commitment.Cents).Should().Be((30_000, 30_000, 100_000));
        commitment
            .Cancellation.Should()
            .BeEquivalentTo(
                new
                {
                    Reason = "The funder left.",
                    CancelledOn = Given.Today,
                    RecordedBy = Given.Manager.UserId,
                    RecordedAt = Given.Now,
                }
            );
    }

    [Fact]
    public void Cancelled_it_takes_no_delivery_and_no_second_cancellation_but_a_reversal()
    {
        var commitment = Agreed(Terms);
        var delivery = commitment.Deliver(30_000, "EUR", Given.Today, null, null, Given.Manager.UserId, Given.Now);
        commitment.Cancel("A reason.", Given.Today, Given.Manager.UserId, Given.Now);

        Refusal
            .Of<RefusedException>(() =>
                commitment.Deliver(1, "EUR", Given.Today, null, null, Given.Manager.UserId, Given.Now)
            )
            .Code.Should()
            .Be("commitment_cancelled");
        Refusal
            .Of<RefusedException>(() => commitment.Cancel("Again.", Given.Today, Given.Manager.UserId, Given.Now))
            .Code.Should()
            .Be("commitment_cancelled");
        commitment.Reverse(delivery.Id, "It never came.", Given.Today, Given.Manager.UserId, Given.Now);
        commitment.CommittedCents.Should().Be(0);
    }

    [Fact]
    public void A_cancellation_has_a_reason_and_a_day_between_the_agreement_and_today()
    {
        var commitment = Agreed(Terms);
        void Refuse(string code, string? reason, DateOnly on) =>
            Refusal
                .Of<InvalidValueException>(() => commitment.Cancel(reason, on, Given.Manager.UserId, Given.Now))
                .Code.Should()
                .Be(code);

        Refuse("required", null, Given.Today);
        Refuse("date_in_future", "A reason.", Given.Today.AddDays(1));
        Refuse("cancelled_before_agreed", "A reason.", Given.Start.AddDays(-1));
        commitment.Cancellation.Should().BeNull();
        commitment.Cancel("A reason.", Given.Start, Given.Manager.UserId, Given.Now);
        commitment.CommittedCents.Should().Be(0);
    }
}
