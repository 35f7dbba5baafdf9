using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>What somebody reports.</summary>
/// <param name="Trigger">The move asked for.</param>
/// <param name="EffectiveOn">The day it happened: not in the future, not before the last one.</param>
/// <param name="Narrative">The story of the passage.</param>
/// <param name="Reason">Asked by <c>stepBack</c>, <c>hold</c>, <c>stop</c>, <c>reopen</c>.</param>
/// <param name="Evidence">Links.</param>
/// <param name="Waivers">Blocking criteria to be waived, each with its reason.</param>
/// <param name="TakeOver">Asked by <c>adopt</c>, unless the project names one already.</param>
/// <param name="Lessons">What the next territory should know.</param>
public sealed record TransitionReport(
    Trigger Trigger,
    DateOnly EffectiveOn,
    string? Narrative,
    string? Reason,
    IReadOnlyList<Link> Evidence,
    IReadOnlyList<Waiver> Waivers,
    TakeOver? TakeOver,
    string? Lessons = null
);
