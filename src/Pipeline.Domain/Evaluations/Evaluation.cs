using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations.Events;
using Pipeline.Domain.Phases;

namespace Pipeline.Domain.Evaluations;

/// <summary>An evaluation of a project, written once: a later one may say otherwise.</summary>
public sealed class Evaluation : EventSource, IAppendOnly
{
    private Evaluation() { }

    /// <summary>A new evaluation.</summary>
    /// <param name="projectId">What was evaluated.</param>
    /// <param name="leadPortfolioId">The portfolio that leads the project, and is told.</param>
    /// <param name="projectStart">The day the project began: no evaluation is older.</param>
    /// <param name="furthest">The furthest phase that the project had reached by the day of the evaluation.</param>
    /// <param name="report">What the evaluator says.</param>
    /// <param name="recordedBy">Who records it.</param>
    /// <param name="now">When (UTC).</param>
    /// <exception cref="InvalidValueException"><c>date_in_future</c>, <c>before_start</c>, <c>phase_not_reached</c>, <c>required</c>, <c>duplicate</c>, <c>too_long</c>, <c>invalid_link</c>, <c>out_of_range</c>.</exception>
    public Evaluation(
        Guid projectId,
        Guid leadPortfolioId,
        DateOnly projectStart,
        Phase furthest,
        EvaluationReport report,
        Guid recordedBy,
        DateTimeOffset now
    )
    {
        Id = Guid.CreateVersion7(now);
        ProjectId = projectId;
        (Phase, Form, Maturity, Verdict) = (report.Phase, report.Form, report.Maturity, report.Verdict);
        CarriedOutOn = Guard.NotInFuture(report.CarriedOutOn, now, "carriedOutOn");
        Guard.NotBefore(CarriedOutOn, projectStart, "carriedOutOn", CommonRefusals.BeforeStart);
        if (Phase > furthest)
            throw EvaluationRefusals
                .PhaseNotReached.With(CarriedOutOn, new Text(Labels.Of(furthest).En, Labels.Of(furthest).Fr))
                .At("phase");
        Evaluator = Guard.Required(report.Evaluator, "evaluator", Limits.Name);
        Findings = Guard.Required(report.Findings, "findings", Limits.Pages);
        Participants = Participation.Checked(report.Participants, "participants");
        Evidence = Link.Checked(report.Evidence, "evidence");
        Indicators = [.. Guard.List(report.Indicators, "indicators").Select(CheckedIndicator)];
        AllianceId = report.AllianceId;
        (PlannedId, EvaluatorKind) = (report.PlannedId, report.EvaluatorKind);
        CostCents = report.CostCents is { } cost ? Money.StatedCentsOf(cost / 100m, "cost.amount") : null;
        GapFromIntuition = Guard.Optional(report.GapFromIntuition, "gapFromIntuition", Limits.Pages);
        DriftNoted = Guard.Optional(report.DriftNoted, "driftNoted", Limits.Pages);
        EcosystemChange = Guard.Optional(report.EcosystemChange, "ecosystemChange", Limits.Pages);
        (RecordedBy, RecordedAt) = (recordedBy, now);
        Raise(new EvaluationRecorded(now, Id, Verdict) { ProjectId = ProjectId, PortfolioId = leadPortfolioId });
    }

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>What was evaluated.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>In which phase.</summary>
    public Phase Phase { get; private init; }

    /// <summary>Of the actions, of the relevance, or of the partnership.</summary>
    public EvaluationForm Form { get; private init; }

    /// <summary>Told, benchmarked or measured.</summary>
    public EvaluationMaturity Maturity { get; private init; }

    /// <summary>The day it was done.</summary>
    public DateOnly CarriedOutOn { get; private init; }

    /// <summary>Who did it.</summary>
    public string Evaluator { get; private init; } = "";

    /// <summary>Who took part; at least one.</summary>
    public IReadOnlyList<Participant> Participants { get; private init; } = [];

    /// <summary>What was found.</summary>
    public string Findings { get; private init; } = "";

    /// <summary>In one word.</summary>
    public Verdict Verdict { get; private init; }

    /// <summary>Links that show it.</summary>
    public IReadOnlyList<Link> Evidence { get; private init; } = [];

    /// <summary>The figures.</summary>
    public IReadOnlyList<Indicator> Indicators { get; private init; } = [];

    /// <summary>The alliance that was evaluated; null where it was none's.</summary>
    public Guid? AllianceId { get; private init; }

    /// <summary>The planned evaluation that this one is; null where none was planned.</summary>
    public Guid? PlannedId { get; private init; }

    /// <summary>In which relation to the project the evaluator stands; null where nothing is said.</summary>
    public EvaluatorKind? EvaluatorKind { get; private init; }

    /// <summary>What it cost, in cents of the lead portfolio's currency; null where nothing is said.</summary>
    public long? CostCents { get; private init; }

    /// <summary>What came otherwise than the first intuition.</summary>
    public string? GapFromIntuition { get; private init; }

    /// <summary>What drift was noted.</summary>
    public string? DriftNoted { get; private init; }

    /// <summary>How the ecosystem changed.</summary>
    public string? EcosystemChange { get; private init; }

    /// <summary>Who recorded it.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    private static Indicator CheckedIndicator(Indicator indicator, int i)
    {
        if (indicator.Sdg is < 1 or > 17)
            throw EvaluationRefusals.SdgOutOfRange.At($"indicators[{i}].sdg");
        return indicator with
        {
            Name = Guard.Required(indicator.Name, $"indicators[{i}].name", Limits.Name),
            Unit = Guard.Required(indicator.Unit, $"indicators[{i}].unit", Limits.Short),
            IrisMetric = Guard.Optional(indicator.IrisMetric, $"indicators[{i}].irisMetric", Limits.Short),
        };
    }
}
