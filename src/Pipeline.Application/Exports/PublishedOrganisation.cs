using Pipeline.Domain.Imports;
using Pipeline.Domain.Organisations;

namespace Pipeline.Application.Exports;

/// <summary>An organisation as funders publish it.</summary>
/// <param name="Id">As the directory has it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Identifier">Its public identifier; null where the directory has none.</param>
/// <param name="Country">As the directory has it.</param>
public sealed record PublishedOrganisation(Guid Id, string Name, OrganisationIdentifier? Identifier, string? Country)
{
    /// <summary>Its identifier as the file that brought the grant writes it; null where the directory's stands.</summary>
    public string? Written { get; init; }

    /// <summary>The same, with its identifier as a file writes it: as long as it is the same organisation, of which the directory knows nothing else.</summary>
    internal PublishedOrganisation As(WrittenIdentifier? written) =>
        written is { } w && w.OrganisationId == Id && w.Known == Identifier?.Full
            ? this with
            {
                Written = w.Text,
            }
            : this;
}
