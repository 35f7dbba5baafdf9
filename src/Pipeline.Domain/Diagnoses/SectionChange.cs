namespace Pipeline.Domain.Diagnoses;

/// <summary>What has become of a section since the answers before, by the questions alone that were answered both times.</summary>
/// <param name="Former">Where the former answers to these questions were.</param>
/// <param name="Raised">How many of them are on a higher degree now.</param>
/// <param name="Lowered">How many are on a lower one.</param>
public sealed record SectionChange(SectionPosition Former, int Raised, int Lowered);
