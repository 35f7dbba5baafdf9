using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>The actor that is able to carry a project further than its innovator (RC 4-2).</summary>
/// <param name="Kind">As what it takes over.</param>
/// <param name="OrganisationId">The organisation, when the directory knows it.</param>
/// <param name="Name">Its name, when the directory does not.</param>
public sealed record TakeOver(TakeOverKind Kind, Guid? OrganisationId, string? Name)
{
    /// <summary>Trimmed, and naming somebody.</summary>
    /// <exception cref="InvalidValueException"><c>required</c> when neither organisation nor name is given; <c>too_long</c>.</exception>
    public TakeOver Checked()
    {
        var name = Guard.Optional(Name, "takeOver.name", Limits.Name);
        return name is not null || OrganisationId is not null
            ? this with
            {
                Name = name,
            }
            : throw ProjectRefusals.TakeOverNameless.At("takeOver.name");
    }
}
