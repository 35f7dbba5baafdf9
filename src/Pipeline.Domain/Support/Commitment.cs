using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Support.Events;

namespace Pipeline.Domain.Support;

/// <summary>
/// A line of the committed ledger, with what was delivered against it. Written once: it can be cancelled, but never edited.
/// Two deliveries at once cannot pass the amount, because each raises the project's version.
/// </summary>
public sealed class Commitment : EventSource, IAppendOnly
{
    /// <summary>How many result indicators a social impact contract names at most (RC l.4260-4266).</summary>
    public const int MostResultIndicators = 3;

    private readonly List<Delivery> _deliveries = [];

    private Commitment() { }

    /// <summary>A new commitment.</summary>
    /// <param name="projectId">Who is supported.</param>
    /// <param name="projectStart">The day the project began: nothing is agreed with it before.</param>
    /// <param name="terms">What was agreed.</param>
    /// <param name="recordedBy">Who records it.</param>
    /// <param name="now">When (UTC).</param>
    /// <exception cref="InvalidValueException"><c>amount_not_positive</c>, <c>amount_too_large</c>, <c>date_in_future</c>, <c>before_start</c>, <c>out_of_range</c>, <c>dates_reversed</c>, <c>hours_without_skills</c>, <c>hours_not_positive</c>, <c>too_long</c>, <c>provider_not_for_funding</c>, <c>result_indicators_wanted</c>, <c>programme_lever</c>.</exception>
    public Commitment(Guid projectId, DateOnly projectStart, CommitmentTerms terms, Guid recordedBy, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (ProjectId, PortfolioId, FunderOrganisationId) = (projectId, terms.PortfolioId, terms.FunderOrganisationId);
        (Lever, Phase, Nature, Cents) = (terms.Lever, terms.Phase, terms.Nature, Money.CheckedCents(terms.Cents));
        AgreedOn = Guard.Day(Guard.NotInFuture(terms.AgreedOn, now, "agreedOn"), "agreedOn");
        Guard.NotBefore(AgreedOn, projectStart, "agreedOn", CommonRefusals.BeforeStart);
        (StartsOn, EndsOn) = (Guard.Day(terms.StartsOn, "startsOn"), Guard.Day(terms.EndsOn, "endsOn"));
        if (EndsOn is { } end)
            Guard.NotBefore(
                end,
                StartsOn ?? AgreedOn,
                "endsOn",
                StartsOn is null ? CommitmentRefusals.EndsBeforeAgreed : CommitmentRefusals.EndsBeforeStart
            );
        Hours = CheckedHours(terms.Hours, Nature);
        Reference = Guard.Optional(terms.Reference, "reference", Limits.Short);
        (Instrument, AgreementId, AllianceId) = (terms.Instrument, terms.AgreementId, terms.AllianceId);
        ProgrammeId =
            terms.ProgrammeId is null || Lever == Lever.ExpertiseAndNetworks
                ? terms.ProgrammeId
                : throw CommitmentRefusals.ProgrammeLever.At("programmeId");
        ResultIndicators = CheckedIndicators(terms);
        var provider = CheckedProvider(terms.Provider, Lever);
        (ProviderOrganisationId, ProviderKind) = (provider?.OrganisationId, provider?.Kind);
        (RecordedBy, RecordedAt) = (recordedBy, now);
        RaiseHere(new CommitmentAgreed(now, Id));
    }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>Who is supported.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>In whose books it stands, and in whose currency.</summary>
    public Guid PortfolioId { get; private init; }

    /// <summary>Who gives.</summary>
    public Guid FunderOrganisationId { get; private init; }

    /// <summary>As what.</summary>
    public Lever Lever { get; private init; }

    /// <summary>For which phase.</summary>
    public Phase Phase { get; private init; }

    /// <summary>In which form.</summary>
    public Nature Nature { get; private init; }

    /// <summary>Cents in the portfolio's currency.</summary>
    public long Cents { get; private init; }

    /// <summary>The day it counts from.</summary>
    public DateOnly AgreedOn { get; private init; }

    /// <summary>First day of the support; may be missing.</summary>
    public DateOnly? StartsOn { get; private init; }

    /// <summary>Last day of the support, inclusive; may be missing.</summary>
    public DateOnly? EndsOn { get; private init; }

    /// <summary>Hours of pro-bono work, for <see cref="Nature.Skills"/>.</summary>
    public decimal? Hours { get; private init; }

    /// <summary>The agreement's reference.</summary>
    public string? Reference { get; private init; }

    /// <summary>By which kind of contract.</summary>
    public Instrument Instrument { get; private init; } = Instrument.Grant;

    /// <summary>What a social impact contract is paid by: 1 to 3; none on any other.</summary>
    public IReadOnlyList<string> ResultIndicators { get; private init; } = [];

    /// <summary>Who accompanies; null on funding, or where it is not said.</summary>
    public Guid? ProviderOrganisationId { get; private init; }

    /// <summary>In which capacity they do.</summary>
    public ProviderKind? ProviderKind { get; private init; }

    /// <summary>The support agreement that it belongs to.</summary>
    public Guid? AgreementId { get; private init; }

    /// <summary>The alliance that it belongs to.</summary>
    public Guid? AllianceId { get; private init; }

    /// <summary>The programme that it pays for.</summary>
    public Guid? ProgrammeId { get; private init; }

    /// <summary>Who accompanies, in which capacity.</summary>
    public Provider? Provider =>
        ProviderOrganisationId is { } organisation ? new(organisation, ProviderKind!.Value) : null;

    /// <summary>Who recorded it.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>That it was cancelled; null while it stands.</summary>
    public CommitmentCancellation? Cancellation { get; private set; }

    /// <summary>Deliveries and their reversals.</summary>
    public IReadOnlyCollection<Delivery> Deliveries => _deliveries;

    /// <summary>Cents delivered, reversals deducted: 0 to <see cref="Cents"/>.</summary>
    public long DeliveredCents => _deliveries.Sum(d => d.Cents);

    /// <summary>Cents that count as committed: the amount, or what was delivered once it is cancelled.</summary>
    public long CommittedCents => Cancellation is null ? Cents : DeliveredCents;

    /// <summary>What was agreed, for an agreement that is to be the same.</summary>
    public CommitmentTerms Terms =>
        new(
            PortfolioId,
            FunderOrganisationId,
            Lever,
            Phase,
            Nature,
            Cents,
            AgreedOn,
            StartsOn,
            EndsOn,
            Hours,
            Reference
        )
        {
            Instrument = Instrument,
            ResultIndicators = ResultIndicators,
            Provider = Provider,
            AgreementId = AgreementId,
            AllianceId = AllianceId,
            ProgrammeId = ProgrammeId,
        };

    /// <summary>
    /// Records that something came. What is open is what no later day has taken already: on each day, past ones included, what is delivered stays within
    /// the amount.
    /// </summary>
    /// <param name="currency">The portfolio's, for what is said.</param>
    /// <exception cref="RefusedException"><c>commitment_cancelled</c>, <c>delivery_exceeds_commitment</c>.</exception>
    /// <exception cref="InvalidValueException"><c>amount_not_positive</c>, <c>amount_too_large</c>, <c>date_in_future</c>, <c>delivery_before_commitment</c>, <c>hours_without_skills</c>, <c>hours_not_positive</c>, <c>too_long</c>.</exception>
    public Delivery Deliver(
        long cents,
        string currency,
        DateOnly deliveredOn,
        decimal? hours,
        string? reference,
        Guid recordedBy,
        DateTimeOffset now,
        Provider? provider = null
    )
    {
        RefuseCancelled();
        Money.CheckedCents(cents);
        Guard.NotInFuture(deliveredOn, now, "deliveredOn");
        Guard.NotBefore(deliveredOn, AgreedOn, "deliveredOn", CommitmentRefusals.DeliveryBeforeCommitment);
        var open = Cents - DaysFrom(deliveredOn).Max(DeliveredBy);
        if (cents > open)
            throw CommitmentRefusals
                .DeliveryExceedsCommitment.With(Figures.Amount(open, currency), Figures.Amount(Cents, currency))
                .Exception();
        var delivery = new Delivery(
            Guid.CreateVersion7(now),
            Id,
            cents,
            deliveredOn,
            CheckedHours(hours, Nature),
            Guard.Optional(reference, "reference", Limits.Short),
            null,
            null,
            CheckedProvider(provider, Lever) ?? Provider,
            recordedBy,
            now
        );
        _deliveries.Add(delivery);
        RaiseHere(new DeliveryRecorded(now, Id, delivery.Id));
        return delivery;
    }

    /// <summary>Takes a delivery back by an opposite entry that names it.</summary>
    /// <exception cref="NotFoundException">No such delivery.</exception>
    /// <exception cref="RefusedException"><c>already_reversed</c>, <c>reversal_of_reversal</c>.</exception>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>date_in_future</c>, <c>reversal_before_delivery</c>.</exception>
    public Delivery Reverse(Guid deliveryId, string? reason, DateOnly reversedOn, Guid recordedBy, DateTimeOffset now)
    {
        var reversed = _deliveries.Find(d => d.Id == deliveryId) ?? throw NotFoundException.Of("delivery", "versement");
        if (reversed.ReversesId is not null)
            throw CommitmentRefusals.ReversalOfReversal.Exception();
        if (_deliveries.Exists(d => d.ReversesId == deliveryId))
            throw CommitmentRefusals.AlreadyReversed.Exception();
        var why = Guard.Required(reason, "reason", Limits.Paragraph);
        Guard.NotInFuture(reversedOn, now, "reversedOn");
        Guard.NotBefore(reversedOn, reversed.DeliveredOn, "reversedOn", CommitmentRefusals.ReversalBeforeDelivery);
        var reversal = new Delivery(
            Guid.CreateVersion7(now),
            Id,
            -reversed.Cents,
            reversedOn,
            reversed.Hours is { } h ? -h : null,
            reversed.Reference,
            deliveryId,
            why,
            reversed.Provider,
            recordedBy,
            now
        );
        _deliveries.Add(reversal);
        RaiseHere(new DeliveryReversed(now, Id, deliveryId, reversal.Id));
        return reversal;
    }

    /// <summary>Ends the commitment; what was delivered stays.</summary>
    /// <exception cref="RefusedException"><c>commitment_cancelled</c>.</exception>
    /// <exception cref="InvalidValueException"><c>required</c>, <c>date_in_future</c>, <c>cancelled_before_agreed</c>, <c>cancelled_before_delivery</c>: more came after that day.</exception>
    public void Cancel(string? reason, DateOnly cancelledOn, Guid recordedBy, DateTimeOffset now)
    {
        RefuseCancelled();
        var why = Guard.Required(reason, "reason", Limits.Paragraph);
        Guard.NotInFuture(cancelledOn, now, "cancelledOn");
        Guard.NotBefore(cancelledOn, AgreedOn, "cancelledOn", CommitmentRefusals.CancelledBeforeAgreed);
        var kept = DeliveredBy(cancelledOn);
        foreach (var day in DaysFrom(cancelledOn).Where(day => DeliveredBy(day) > kept))
            throw CommitmentRefusals.CancelledBeforeDelivery.With("cancelledOn", cancelledOn, day).At("cancelledOn");
        Cancellation = new CommitmentCancellation(Id, why, cancelledOn, recordedBy, now);
        RaiseHere(new CommitmentCancelled(now, Id));
    }

    private long DeliveredBy(DateOnly day) => _deliveries.Where(d => d.DeliveredOn <= day).Sum(d => d.Cents);

    // A day, and those after it on which the sum changes.
    private IEnumerable<DateOnly> DaysFrom(DateOnly day) =>
        _deliveries.Select(d => d.DeliveredOn).Where(later => later > day).Append(day).Distinct().Order();

    private void RaiseHere(DomainEvent happened) =>
        Raise(happened with { ProjectId = ProjectId, PortfolioId = PortfolioId });

    private void RefuseCancelled()
    {
        if (Cancellation is not null)
            throw CommitmentRefusals.CommitmentCancelled.Exception();
    }

    /// <summary>Checks that something may be paid back on it.</summary>
    /// <exception cref="RefusedException"><c>not_repayable</c>: neither a loan nor equity.</exception>
    /// <exception cref="InvalidValueException"><c>repayment_before_commitment</c>.</exception>
    public void RequireRepayable(DateOnly repaidOn)
    {
        if (!Instrument.IsRepayable())
            throw CommitmentRefusals.NotRepayable.Exception();
        Guard.NotBefore(repaidOn, AgreedOn, "repaidOn", CommitmentRefusals.RepaymentBeforeCommitment);
    }

    private static IReadOnlyList<string> CheckedIndicators(CommitmentTerms terms)
    {
        var wanted = terms.Instrument == Instrument.SocialImpactContract;
        if (wanted ? terms.ResultIndicators.Count is 0 or > MostResultIndicators : terms.ResultIndicators.Count > 0)
            throw CommitmentRefusals.ResultIndicatorsWanted.At("resultIndicators");
        return
        [
            .. terms.ResultIndicators.Select(
                (text, i) => Guard.Required(text, $"resultIndicators[{i}]", Limits.Paragraph)
            ),
        ];
    }

    private static Provider? CheckedProvider(Provider? provider, Lever lever) =>
        provider is not null && lever == Lever.Funding
            ? throw CommitmentRefusals.ProviderNotForFunding.At("provider")
            : provider;

    private static decimal? CheckedHours(decimal? hours, Nature nature)
    {
        if (hours is null)
            return null;
        if (nature != Nature.Skills)
            throw CommitmentRefusals.HoursWithoutSkills.At("hours");
        if (hours <= 0 || hours > Limits.Hours || decimal.Round(hours.Value, 2) != hours)
            throw CommitmentRefusals.HoursNotPositive.At("hours");
        return hours;
    }
}
