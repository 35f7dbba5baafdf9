using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>
/// What something that can be edited said until it was edited: its current state stays where it is, and each change sets aside the version that it replaces, in
/// the same save (docs/adr/0019). A view that is known at an instant takes the first one that was replaced after it, and what is stored where there is none.
/// </summary>
public sealed class FormerVersion : IAppendOnly
{
    /// <summary>The kind of a project.</summary>
    public const string Project = "project";

    /// <summary>The kind of a portfolio.</summary>
    public const string Portfolio = "portfolio";

    /// <summary>The kind of an organisation.</summary>
    public const string Organisation = "organisation";

    /// <summary>What sort of thing it was; for a document its key.</summary>
    public required string Kind { get; init; }

    /// <summary>Which one; empty for a document, of which there is one.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>When it was replaced (UTC): what is known then or later is another version.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The fields that were replaced, with what they said: a JSON object.</summary>
    public required string Fields { get; init; }
}
