using Pipeline.Domain.Common;
using Pipeline.Domain.Evaluations.Events;
using Pipeline.Domain.Projects;

namespace Pipeline.Domain.Evaluations;

/// <summary>A figure that an evaluation looked at.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">In what.</param>
/// <param name="Baseline">Before; may be missing.</param>
/// <param name="Target">Hoped for; may be missing.</param>
/// <param name="Value">Found; may be missing.</param>
/// <param name="IrisMetric">Metric id of the IRIS+ catalogue, for example <c>OI1571</c>; may be missing.</param>
/// <param name="Sdg">Sustainable Development Goal 1 to 17; may be missing.</param>
public sealed record Indicator(
    string Name,
    string Unit,
    decimal? Baseline,
    decimal? Target,
    decimal? Value,
    string? IrisMetric,
    int? Sdg
);

/// <summary>What an evaluator reports (RC 6).</summary>
public sealed record EvaluationReport(
    Phase Phase,
    EvaluationForm Form,
    EvaluationMaturity Maturity,
    DateOnly CarriedOutOn,
    string Evaluator,
    IReadOnlyList<Participant> Participants,
    string Findings,
    Verdict Verdict,
    IReadOnlyList<Link> Evidence,
    IReadOnlyList<Indicator> Indicators
);

/// <summary>An evaluation of a project, written once: a later one may say otherwise.</summary>
public sealed class Evaluation : EventSource, IAppendOnly
{
    private Evaluation() { }

    /// <summary>A new evaluation.</summary>
    /// <exception cref="InvalidValueException"><c>date_in_future</c>, <c>before_start</c>, <c>required</c>, <c>duplicate</c>, <c>too_long</c>, <c>invalid_link</c>, <c>out_of_range</c>.</exception>
    public Evaluation(Project project, EvaluationReport report, Guid recordedBy, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        ProjectId = project.Id;
        (Phase, Form, Maturity, Verdict) = (report.Phase, report.Form, report.Maturity, report.Verdict);
        CarriedOutOn = Guard.NotInFuture(report.CarriedOutOn, now, "carriedOutOn");
        Guard.NotBefore(
            CarriedOutOn,
            project.StartedOn,
            "carriedOutOn",
            "before_start",
            new("the project's start", "le début du projet")
        );
        Evaluator = Guard.Required(report.Evaluator, "evaluator", Limits.Name);
        Findings = Guard.Required(report.Findings, "findings", Limits.Pages);
        Participants = CheckedParticipants(report.Participants);
        Evidence = Link.Checked(report.Evidence, "evidence");
        Indicators = [.. Guard.List(report.Indicators, "indicators").Select(CheckedIndicator)];
        (RecordedBy, RecordedAt) = (recordedBy, now);
        Raise(
            new EvaluationRecorded(now, Id, Verdict) { ProjectId = ProjectId, PortfolioId = project.LeadPortfolioId }
        );
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

    /// <summary>Who recorded it.</summary>
    public Guid RecordedBy { get; private init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    private static IReadOnlyList<Participant> CheckedParticipants(IReadOnlyList<Participant> participants)
    {
        if (participants.Count == 0)
            throw InvalidValueException.Of(
                "participants",
                "required",
                new("At least one participant is needed.", "Il faut au moins un participant.")
            );
        if (participants.Distinct().Count() != participants.Count)
            throw InvalidValueException.Of(
                "participants",
                "duplicate",
                new("A participant is in the list twice.", "Un participant figure deux fois dans la liste.")
            );
        return participants;
    }

    private static Indicator CheckedIndicator(Indicator indicator, int i)
    {
        if (indicator.Sdg is < 1 or > 17)
            throw InvalidValueException.Of(
                $"indicators[{i}].sdg",
                "out_of_range",
                new("A Sustainable Development Goal is 1 to 17.", "Un objectif de développement durable va de 1 à 17.")
            );
        return indicator with
        {
            Name = Guard.Required(indicator.Name, $"indicators[{i}].name", Limits.Name),
            Unit = Guard.Required(indicator.Unit, $"indicators[{i}].unit", Limits.Short),
            IrisMetric = Guard.Optional(indicator.IrisMetric, $"indicators[{i}].irisMetric", Limits.Short),
        };
    }
}
