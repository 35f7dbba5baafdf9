namespace Pipeline.Domain.Programmes;

/// <summary>A file that was handed in: an address, which is never fetched, or a document of the participation's project, or both (docs/adr/0046).</summary>
/// <param name="Id">UUID of version 7.</param>
/// <param name="Kind">Which one.</param>
/// <param name="On">The day.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Url">Where it is; null where the document says it all.</param>
/// <param name="DocumentId">The document; null for an address alone.</param>
public sealed record MilestoneFile(
    Guid Id,
    MilestoneKind Kind,
    DateOnly On,
    string Title,
    string? Url = null,
    Guid? DocumentId = null
);
