using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Closings;

/// <summary>A period that is to be closed.</summary>
/// <param name="AsOf">Its last day: after the last one that was closed, today at the latest.</param>
/// <param name="Note">What is to be said of it.</param>
public sealed record ClosingBody(DateOnly AsOf, [property: StringLength(Limits.Paragraph)] string? Note = null);
