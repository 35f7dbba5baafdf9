namespace Pipeline.Domain.Common;

/// <summary>
/// What a member of the vocabulary is called, written beside the member; <see cref="Labels"/> reads it.
/// The French words are the field's own terms (RC, CT, ECO: see docs/glossary.md).
/// </summary>
/// <param name="en">In English.</param>
/// <param name="fr">In French; the same word when it is left out.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class LabelAttribute(string en, string? fr = null) : Attribute
{
    /// <summary>In English.</summary>
    public string En { get; } = en;

    /// <summary>In French.</summary>
    public string Fr { get; } = fr ?? en;
}
