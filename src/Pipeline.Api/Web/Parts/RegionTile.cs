namespace Pipeline.Api.Web.Parts;

/// <summary>What a map says of a region.</summary>
/// <param name="Region">Its code.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Value">As people write it; null where there is none.</param>
/// <param name="Note">A word below.</param>
/// <param name="Kind">How it is drawn: <c>low</c>, <c>high</c>; null for neither.</param>
public sealed record RegionTile(string Region, string Label, string? Value, string? Note = null, string? Kind = null);
