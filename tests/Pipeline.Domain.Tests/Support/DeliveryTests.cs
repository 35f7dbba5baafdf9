using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Tests.Support;

public class DeliveryTests
{
    private static readonly DateOnly Agreed = Given.Start.AddDays(10);

    private readonly Commitment _commitment = new(
        Given.Id(),
        Given.Start,
        new(
            Given.Id(),
            Given.Id(),
            Lever.StrategyAndGovernance,
            Phase.Modelling,
            Nature.Skills,
            100_000,
            Agreed,
            null,
            null,
            40,
            null
        ),
        Given.Manager.UserId,
        Given.Now
    );

    private Delivery Deliver(long cents, DateOnly? on = null, decimal? hours = null) =>
        _commitment.Deliver(cents, "EUR", on ?? Given.Today, hours, " V-3 ", Given.Manager.UserId, Given.Now);

    private Delivery Reverse(Guid id, string? reason = "A reason.", DateOnly? on = null) =>
        _commitment.Reverse(id, reason, on ?? Given.Today, Given.OtherManager.UserId, Given.Now);

    [Fact]
    public void Deliveries_add_up_to_the_amount_and_no_cent_further()
    {
        Deliver(60_000);
        var refusal = Refusal.Of<RefusedException>(() => Deliver(40_001));
        refusal.Code.Should().Be("delivery_exceeds_commitment");
        refusal.Sentence.En.Should().Contain("€400 of €1,000");
        Deliver(40_000);
        _commitment.DeliveredCents.Should().Be(100_000);
        Refusal.Of<RefusedException>(() => Deliver(1)).Sentence.En.Should().Contain("€0 of €1,000");
    }

    [Fact]
    public void What_is_open_is_open_on_every_later_day_too()
    {
        var august = Agreed.AddDays(20);
        var december = Agreed.AddDays(140);
        Reverse(Deliver(60_000, august).Id, on: december);
        Refusal.Of<RefusedException>(() => Deliver(40_001, august)).Sentence.En.Should().Contain("€400 of €1,000");
        Refusal.Of<RefusedException>(() => Deliver(40_001, Agreed)).Code.Should().Be("delivery_exceeds_commitment");
        Deliver(100_000, december).DeliveredOn.Should().Be(december, "what was taken back is open from its day on");
        Refusal.Of<RefusedException>(() => Deliver(1, august)).Code.Should().Be("delivery_exceeds_commitment");
    }

    [Fact]
    public void A_commitment_is_not_cancelled_before_what_came()
    {
        var came = Agreed.AddDays(30);
        Deliver(1, came);
        var refusal = Refusal.Of<InvalidValueException>(() => Cancel(came.AddDays(-1)));
        (refusal.Code, refusal.Faults.Single().Field).Should().Be(("cancelled_before_delivery", "cancelledOn"));
        _commitment.Cancellation.Should().BeNull();
        Cancel(came);
        _commitment.CommittedCents.Should().Be(1);
    }

    [Fact]
    public void What_was_taken_back_on_its_own_day_does_not_stand_in_the_way_of_a_cancellation()
    {
        Reverse(Deliver(5, Agreed.AddDays(30)).Id, on: Agreed.AddDays(30));
        Cancel(Agreed);
        _commitment.CommittedCents.Should().Be(0);
    }

    private void Cancel(DateOnly on) => _commitment.Cancel("A reason.", on, Given.Manager.UserId, Given.Now);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_delivery_is_more_than_zero(long cents)
    {
        Refusal.Of<InvalidValueException>(() => Deliver(cents)).Code.Should().Be("amount_not_positive");
        _commitment.Deliveries.Should().BeEmpty();
    }

    [Fact]
    public void A_delivery_keeps_what_was_recorded() =>
        Deliver(5, Agreed, 1.25m)
            .Should()
            .BeEquivalentTo(
                new
                {
                    CommitmentId = _commitment.Id,
                    Cents = 5L,
                    DeliveredOn = Agreed,
                    Hours = 1.25m,
                    Reference = "V-3",
                    ReversesId = (Guid?)null,
                    Reason = (string?)null,
                    RecordedBy = Given.Manager.UserId,
                    RecordedAt = Given.Now,
                }
            );

    [Fact]
    public void A_delivery_comes_between_the_agreement_and_today()
    {
        Refusal
            .Of<InvalidValueException>(() => Deliver(1, Agreed.AddDays(-1)))
            .Code.Should()
            .Be("delivery_before_commitment");
        Refusal.Of<InvalidValueException>(() => Deliver(1, Given.Today.AddDays(1))).Code.Should().Be("date_in_future");
        _commitment.Deliveries.Should().BeEmpty();
    }

    [Fact]
    public void Its_hours_are_positive() =>
        Refusal.Of<InvalidValueException>(() => Deliver(1, hours: 0)).Code.Should().Be("hours_not_positive");

    [Fact]
    public void A_reversal_is_an_opposite_entry_that_names_what_it_takes_back()
    {
        var delivery = Deliver(70_000, Agreed, 3);

        Reverse(delivery.Id, " Booked twice. ", Agreed)
            .Should()
            .BeEquivalentTo(
                new
                {
                    Cents = -70_000L,
                    Hours = -3m,
                    DeliveredOn = Agreed,
                    ReversesId = delivery.Id,
                    Reason = "Booked twice.",
                    Reference = "V-3",
                    RecordedBy = Given.OtherManager.UserId,
                }
            );
        _commitment.Deliveries.Should().HaveCount(2).And.Contain(delivery);
        delivery.Cents.Should().Be(70_000);
        _commitment.DeliveredCents.Should().Be(0);
        Deliver(100_000).Cents.Should().Be(100_000, "what was taken back is open again");
    }

    [Fact]
    public void A_reversal_of_a_delivery_without_hours_has_none() => Reverse(Deliver(1).Id).Hours.Should().BeNull();

    [Fact]
    public void A_delivery_is_reversed_once()
    {
        var delivery = Deliver(1);
        Reverse(delivery.Id);
        Refusal.Of<RefusedException>(() => Reverse(delivery.Id)).Code.Should().Be("already_reversed");
    }

    [Fact]
    public void A_reversal_is_not_reversed() =>
        Refusal.Of<RefusedException>(() => Reverse(Reverse(Deliver(1).Id).Id)).Code.Should().Be("reversal_of_reversal");

    [Fact]
    public void Only_what_was_delivered_here_is_reversed() =>
        Refusal.Of<NotFoundException>(() => Reverse(Given.Id())).Code.Should().Be("not_found");

    [Fact]
    public void A_reversal_has_a_reason_and_a_day_between_the_delivery_and_today()
    {
        var delivery = Deliver(1, Agreed.AddDays(5));
        Refusal.Of<InvalidValueException>(() => Reverse(delivery.Id, " ")).Code.Should().Be("required");
        Refusal
            .Of<InvalidValueException>(() => Reverse(delivery.Id, on: Agreed.AddDays(4)))
            .Code.Should()
            .Be("reversal_before_delivery");
        Refusal
            .Of<InvalidValueException>(() => Reverse(delivery.Id, on: Given.Today.AddDays(1)))
            .Code.Should()
            .Be("date_in_future");
        _commitment.DeliveredCents.Should().Be(1);
    }
}
