using Pipeline.Domain.Common;

namespace Pipeline.Domain.Diagnoses;

/// <summary>How far somebody is with a practice, 0 to 3; a scale of this product.</summary>
public enum Mastery
{
    /// <summary>Nothing of it yet.</summary>
    [Label("Not yet", "Pas encore")]
    None,

    /// <summary>First steps.</summary>
    [Label("Begun", "Commencé")]
    Begun,

    /// <summary>It is done.</summary>
    [Label("Practised", "Pratiqué")]
    Practised,

    /// <summary>It is done well, and could be shown to others.</summary>
    [Label("Mastered", "Maîtrisé")]
    Mastered,
}
