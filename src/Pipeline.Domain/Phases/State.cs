namespace Pipeline.Domain.Phases;

/// <summary>Where a project is: the two coordinates that the lifecycle moves.</summary>
public readonly record struct State(Phase Phase, Standing Standing)
{
    /// <summary>Both in plain words, for the sentences in which the state machine names a state.</summary>
    public override string ToString() => $"{Phase}, {Standing}";
}
