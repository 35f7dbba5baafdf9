namespace Pipeline.Api.Web;

/// <summary>What a page says of what was done before it.</summary>
/// <param name="Sentence">For people.</param>
/// <param name="Secret">A key or a link that came of it, shown this once; null without one.</param>
internal sealed record Said(string Sentence, string? Secret = null);
