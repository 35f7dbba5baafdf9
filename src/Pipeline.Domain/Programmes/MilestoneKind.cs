using Pipeline.Domain.Common;

namespace Pipeline.Domain.Programmes;

/// <summary>The four files that mark the way (CT l.420-424).</summary>
public enum MilestoneKind
{
    /// <summary>What is done today.</summary>
    [Label("Review of practices", "Bilan des pratiques")]
    PracticeReview = 1,

    /// <summary>Whether means and ambition fit.</summary>
    [Label("Coherence of ambition and means", "Cohérence ambition / moyens")]
    Coherence,

    /// <summary>What is to be done, by when.</summary>
    [Label("Road map", "Feuille de route")]
    Roadmap,

    /// <summary>What came of it, for others.</summary>
    [Label("Sharing of results", "Partage des résultats")]
    Results,
}
