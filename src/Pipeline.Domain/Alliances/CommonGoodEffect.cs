using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Domain.Alliances;

/// <summary>What everybody gains.</summary>
/// <param name="ResultLever">Of an organisational effect; no other has one.</param>
public sealed record CommonGoodEffect(
    CommonGoodDimension Dimension,
    [property: StringLength(Limits.Paragraph, MinimumLength = 1)] string Text,
    ResultLever? ResultLever = null
);
