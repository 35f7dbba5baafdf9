using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Projects;

/// <summary>A view of the list of projects.</summary>
/// <param name="Name">What it is called; a person has one of that name.</param>
/// <param name="Query">Filters, order and columns, as the address of the list has them, for example <c>phase=modelling&amp;sort=-phaseSince</c>; empty for the whole list.</param>
/// <param name="PortfolioId">Whose members see it too, which its managers alone decide; left out, it is its owner's alone.</param>
public sealed record SavedViewBody(
    [property: StringLength(Limits.Code, MinimumLength = 1)] string Name,
    [property: StringLength(Limits.Url)] string Query,
    Guid? PortfolioId = null
);
