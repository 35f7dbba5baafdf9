using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Support;

namespace Pipeline.Domain.Risks;

/// <summary>Something that can go wrong at a passage, for the project's holder as for the investor (RC l.2740-2750).</summary>
/// <param name="Id">Stays with the risk; left out of a new one.</param>
/// <param name="Code">Of the reference list; a risk has a code or a label of its own.</param>
/// <param name="Label">What it is, in the project's own words.</param>
/// <param name="Likelihood">1 to 3.</param>
/// <param name="Severity">1 to 3.</param>
/// <param name="Answer">What is done about it.</param>
/// <param name="OwnerFunction">Who sees to it: a function, not a person's name.</param>
/// <param name="ClosedOn">When it had ceased to be one.</param>
public sealed record Risk(
    Passage Passage,
    [property: Range(Risk.Least, Risk.Most)] int Likelihood,
    [property: Range(Risk.Least, Risk.Most)] int Severity,
    Guid? Id = null,
    [property: StringLength(Limits.Code)] string? Code = null,
    [property: StringLength(Limits.Name)] string? Label = null,
    [property: StringLength(Limits.Pages)] string? Answer = null,
    [property: StringLength(Limits.Name)] string? OwnerFunction = null,
    Lever? Lever = null,
    Guid? AllianceId = null,
    DateOnly? ClosedOn = null
)
{
    /// <summary>The least of likelihood and severity.</summary>
    public const int Least = 1;

    /// <summary>The most of likelihood and severity.</summary>
    public const int Most = 3;

    /// <summary>Likelihood times severity: 1 to 9.</summary>
    public int Weight() => Likelihood * Severity;

    /// <summary>Whether it is one on a day.</summary>
    public bool IsOpen(DateOnly day) => ClosedOn is null || ClosedOn > day;
}
