namespace Pipeline.Api.Web;

/// <summary>What a page says of what was done before it.</summary>
/// <param name="Sentence">For people.</param>
/// <param name="Path">The page that says it: another one, in another tab perhaps, is not asked about it.</param>
/// <param name="Secret">A key or a link that came of it, shown this once; null without one.</param>
internal sealed record Said(string Sentence, string Path, string? Secret = null);
