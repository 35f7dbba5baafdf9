namespace Pipeline.Domain.Imports;

/// <summary>How a file writes an organisation's identifier where the directory has another one, or none: a word of the funder's own, as <c>NominetTrust</c>.</summary>
/// <param name="OrganisationId">Whose.</param>
/// <param name="Known">What the directory had of it; null where it had none.</param>
/// <param name="Text">As the file writes it.</param>
public sealed record WrittenIdentifier(Guid OrganisationId, string? Known, string Text);
