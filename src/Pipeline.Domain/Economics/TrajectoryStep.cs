using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Economics;

/// <summary>A milestone on the way from one model to the other.</summary>
/// <param name="DoneOn">When it was reached; null until then.</param>
public sealed record TrajectoryStep(
    [property: StringLength(Limits.Paragraph, MinimumLength = 1)] string Milestone,
    DateOnly DueOn,
    DateOnly? DoneOn = null
)
{
    /// <summary>Whether it was not yet reached on a day.</summary>
    public bool IsOpen(DateOnly day) => DoneOn is null || DoneOn > day;

    /// <summary>Whether its day had gone by without it.</summary>
    public bool IsLate(DateOnly day) => IsOpen(day) && DueOn < day;
}
