using Pipeline.Domain.Organisations;

namespace Pipeline.Application.Exports;

/// <summary>An organisation as funders publish it.</summary>
/// <param name="Id">As the directory has it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Identifier">Its public identifier; null where the directory has none.</param>
/// <param name="Country">As the directory has it.</param>
public sealed record PublishedOrganisation(Guid Id, string Name, OrganisationIdentifier? Identifier, string? Country);
