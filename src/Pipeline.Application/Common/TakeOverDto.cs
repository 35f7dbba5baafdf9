using System.ComponentModel.DataAnnotations;
using Pipeline.Domain.Common;
using Pipeline.Domain.Projects;

namespace Pipeline.Application.Common;

/// <summary>Who could carry the project further, or did: an organisation of the directory, or a name.</summary>
public sealed record TakeOverDto(
    TakeOverKind Kind,
    Guid? OrganisationId = null,
    [property: StringLength(Limits.Name)] string? Name = null
)
{
    internal TakeOver ToTakeOver() => new(Kind, OrganisationId, Name);

    internal static TakeOverDto? From(TakeOver? takeOver) =>
        takeOver is null ? null : new(takeOver.Kind, takeOver.OrganisationId, takeOver.Name);
}
