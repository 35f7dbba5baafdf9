using FsCheck;
using FsCheck.Fluent;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Tests.Support;

public class LedgerProperties
{
    private const long Amount = 1_000;

    public enum Verb
    {
        Deliver,
        Reverse,
        Cancel,
    }

    /// <summary>One attempt: an amount that may be none, on an entry that may not be reversible, on a day that may not come in time.</summary>
    public sealed record Attempt(Verb Verb, long Cents, int Entry, int Day);

    private static readonly Gen<Attempt> AnyAttempt =
        from verb in Gen.Frequency(
            (12, Gen.Constant(Verb.Deliver)),
            (6, Gen.Constant(Verb.Reverse)),
            (1, Gen.Constant(Verb.Cancel))
        )
        from cents in Gen.Choose(-200, 700)
        from entry in Gen.Choose(0, 20)
        from day in Gen.Choose(-2, 30)
        select new Attempt(verb, cents, entry, day);

    private static readonly Arbitrary<Attempt[]> Attempts = Arb.From(
        AnyAttempt.ArrayOf(),
        attempts => attempts.Select((_, i) => attempts.Where((_, j) => j != i).ToArray())
    );

    private static Commitment NewCommitment() =>
        new(
            Given.Id(),
            Given.Start,
            new(
                Given.Id(),
                Given.Id(),
                Lever.Funding,
                Phase.Conception,
                Nature.Cash,
                Amount,
                Given.Start,
                null,
                null,
                null,
                null
            ),
            Given.Manager.UserId,
            Given.Now
        );

    private static void Make(Commitment commitment, Attempt attempt)
    {
        var (by, on) = (Given.Manager.UserId, Given.Start.AddDays(attempt.Day));
        try
        {
            if (attempt.Verb == Verb.Deliver)
                commitment.Deliver(attempt.Cents, "EUR", on, null, null, by, Given.Now);
            if (attempt.Verb == Verb.Reverse)
                commitment.Reverse(
                    commitment.Deliveries.ElementAtOrDefault(attempt.Entry)?.Id ?? Given.Id(),
                    "A reason.",
                    on,
                    by,
                    Given.Now
                );
            if (attempt.Verb == Verb.Cancel)
                commitment.Cancel("A reason.", on, by, Given.Now);
        }
        catch (DomainException)
        {
            // Refused: the properties look at what is left of it, which has to be nothing.
        }
    }

    private static void AfterEveryAttempt(Action<Commitment> property) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                Attempts,
                attempts =>
                {
                    var commitment = NewCommitment();
                    foreach (var attempt in attempts)
                    {
                        Make(commitment, attempt);
                        property(commitment);
                    }
                }
            )
        );

    [Fact]
    public void What_is_delivered_never_leaves_zero_to_the_amount() =>
        AfterEveryAttempt(commitment =>
        {
            commitment.DeliveredCents.Should().BeInRange(0, Amount);
            commitment.CommittedCents.Should().BeInRange(commitment.DeliveredCents, Amount);
        });

    [Fact]
    public void On_every_day_what_is_delivered_stays_within_what_is_committed() =>
        AfterEveryAttempt(commitment =>
        {
            for (var day = Given.Start.AddDays(-3); day <= Given.Start.AddDays(31); day = day.AddDays(1))
            {
                var delivered = commitment.Deliveries.Where(d => d.DeliveredOn <= day).Sum(d => d.Cents);
                var committed =
                    day < commitment.AgreedOn ? 0
                    : commitment.Cancellation is { } end && end.CancelledOn <= day
                        ? commitment.Deliveries.Where(d => d.DeliveredOn <= end.CancelledOn).Sum(d => d.Cents)
                    : commitment.Cents;
                delivered.Should().BeInRange(0, committed, "on {0:yyyy-MM-dd}", day);
            }
        });

    [Fact]
    public void Every_reversal_takes_back_exactly_one_delivery_that_came_before_it() =>
        AfterEveryAttempt(commitment =>
        {
            var entries = commitment.Deliveries.ToList();
            foreach (var reversal in entries.Where(e => e.ReversesId is not null))
            {
                var reversed = entries.Single(e => e.Id == reversal.ReversesId);
                (reversed.ReversesId, reversed.Cents).Should().Be(((Guid?)null, -reversal.Cents));
                reversal.DeliveredOn.Should().BeOnOrAfter(reversed.DeliveredOn);
            }
            entries.Select(e => e.ReversesId).OfType<Guid>().Should().OnlyHaveUniqueItems();
        });

    [Fact]
    public void Entries_are_only_ever_added() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                Attempts,
                attempts =>
                {
                    var commitment = NewCommitment();
                    var entries = new List<(Guid, long)>();
                    foreach (var attempt in attempts)
                    {
                        Make(commitment, attempt);
                        var now = commitment.Deliveries.Select(d => (d.Id, d.Cents)).ToList();
                        now.Take(entries.Count).Should().Equal(entries);
                        entries = now;
                    }
                }
            )
        );
}
