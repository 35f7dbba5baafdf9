using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>A criterion as it was judged on a day's facts; kept with the transition for ever.</summary>
public sealed record JudgedCriterion(string Code, Text Sentence, Severity Severity, bool Met, Text Detail)
{
    /// <summary>Unmet and of severity <see cref="Severity.Block"/>.</summary>
    public bool Blocks => !Met && Severity == Severity.Block;
}
