namespace Pipeline.Domain.Common;

/// <summary>A kind of event as others see it.</summary>
/// <param name="Code">Stable and public, for example <c>transition.reported</c>.</param>
/// <param name="Label">What happened, in few words.</param>
/// <param name="OfLedger">Names a line of a portfolio's books, which other portfolios of the project do not see (docs/adr/0021).</param>
public sealed record EventType(string Code, Text Label, bool OfLedger = false);
