using Pipeline.Domain.Common;

namespace Pipeline.Domain.Diagnoses;

/// <summary>How far somebody is with a practice, 0 to 3; a scale of this product.</summary>
public enum Mastery
{
    /// <summary>Nothing of it yet.</summary>
    [Label("None", "Aucune")]
    None,

    /// <summary>First steps.</summary>
    [Label("Begun", "Engagée")]
    Begun,

    /// <summary>It is done.</summary>
    [Label("Practised", "Pratiquée")]
    Practised,

    /// <summary>It is done well, and could be shown to others.</summary>
    [Label("Mastered", "Maîtrisée")]
    Mastered,
}
