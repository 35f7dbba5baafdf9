using Microsoft.AspNetCore.Components;
using Pipeline.Domain.Common;

namespace Pipeline.Api.Web.Parts;

/// <summary>A column of a <c>DataTable</c>.</summary>
/// <param name="Key">Stable, for the address.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Cell">What stands in it.</param>
/// <param name="Sort">What the API sorts by; null where it does not.</param>
/// <param name="Numeric">Figures, to the right.</param>
public sealed record Column<TRow>(
    string Key,
    Text Title,
    RenderFragment<TRow> Cell,
    string? Sort = null,
    bool Numeric = false
);
