using Pipeline.Domain.Evaluations;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Support;

namespace Pipeline.Api.Cli.Demo;

/// <summary>A project of the demonstration, as data: what it says of itself, what supports it, how it moved.</summary>
internal sealed record DemoProject(string Code, string Name, string Owner, DateOnly StartedOn, string Summary)
{
    public int[] Sdgs { get; init; } = [];
    public string[] Domains { get; init; } = [];
    public DemoPlace[] Places { get; init; } = [];
    public string? Problem { get; init; }
    public string? Beneficiaries { get; init; }
    public string[] Hypotheses { get; init; } = [];

    /// <summary>The model's chapters are written and its target is to operate.</summary>
    public bool Modelled { get; init; }

    public TakeOverKind? TakeOver { get; init; }
    public string? TakeOverName { get; init; }
    public (StakeholderKind Kind, string Name, int Level)[] Stakeholders { get; init; } = [];

    /// <summary>Agreement, alliances and risks too (<see cref="DemoRecords"/>).</summary>
    public bool HasRecords { get; init; }

    /// <summary>It reports on the last period; the first that does is accepted.</summary>
    public bool Reports { get; init; }

    public DemoSupport[] Support { get; init; } = [];
    public DemoEvaluation[] Evaluations { get; init; } = [];
    public DemoMove[] Moves { get; init; } = [];
}

/// <summary>A territory; without a region it lies in none.</summary>
internal sealed record DemoPlace(string Name, string? Region, DateOnly Since)
{
    /// <summary>What was adapted there; it was tried out elsewhere.</summary>
    public string? AdaptedBy { get; init; }

    /// <summary>It was tried out elsewhere.</summary>
    public bool Deploys
    {
        get => field || AdaptedBy is not null;
        init;
    }
}

/// <summary>A line of support on all three ledgers; amounts in whole euros, zero leaves a ledger out.</summary>
internal sealed record DemoSupport(
    Lever Lever,
    Phase Phase,
    int Planned,
    int Committed,
    int Delivered,
    DateOnly AgreedOn,
    string Funder
)
{
    public Nature Nature { get; init; } = Nature.Cash;
    public decimal? Hours { get; init; }
    public DateOnly? EndsOn { get; init; }
    public bool Cancelled { get; init; }

    /// <summary>Delivered once by mistake, and reversed.</summary>
    public bool Reversed { get; init; }
}

/// <summary>An evaluation.</summary>
internal sealed record DemoEvaluation(
    Phase Phase,
    EvaluationForm Form,
    EvaluationMaturity Maturity,
    DateOnly On,
    string Evaluator,
    string Findings,
    Verdict Verdict
)
{
    public Participant[] By { get; init; } = [Participant.Beneficiaries, Participant.Partners];
    public (string Name, string Unit, decimal Value)[] Indicators { get; init; } = [];
}

/// <summary>A move, reported by the owner and answered by a manager.</summary>
internal sealed record DemoMove(Trigger Trigger, DateOnly On, string? Reason = null)
{
    /// <summary>The answer: approved, declined, or left waiting when null.</summary>
    public DecisionKind? Answer { get; init; } = DecisionKind.Approve;

    /// <summary>Criteria that the report asks to be waived.</summary>
    public (string Criterion, string Reason)[] Waivers { get; init; } = [];
}
