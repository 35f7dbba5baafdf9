using Pipeline.Domain.Common;

namespace Pipeline.Domain.Reference;

/// <summary>A Sustainable Development Goal of the United Nations.</summary>
/// <param name="Number">The UN's number, 1 to 17.</param>
/// <param name="Title">The UN's short title.</param>
public sealed record Sdg(int Number, Text Title);
