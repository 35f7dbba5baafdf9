namespace Pipeline.Api.Web.Parts;

/// <summary>A line of <see cref="Counts"/>.</summary>
/// <param name="Name">What is counted, for people.</param>
/// <param name="Path">Where the figure stands in the API's reply.</param>
/// <param name="Count">How many.</param>
/// <param name="Address">Where they are listed; null where no page lists them.</param>
public sealed record CountRow(string Name, string Path, int Count, string? Address = null);
