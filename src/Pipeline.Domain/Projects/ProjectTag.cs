using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>
/// One classification of a project. A project's money is divided evenly among the tags of a dimension, the odd cents going to the
/// first ones: hence <see cref="Position"/> and <see cref="Of"/>. Retired rather than removed, so that a past view finds it again.
/// </summary>
public sealed class ProjectTag : IEnding
{
    private ProjectTag() { }

    internal ProjectTag(
        Guid id,
        Guid projectId,
        TagDimension dimension,
        string code,
        int position,
        int of,
        DateTimeOffset now
    ) =>
        (Id, ProjectId, Dimension, Code, Position, Of, RecordedAt) = (
            id,
            projectId,
            dimension,
            code,
            position,
            of,
            now
        );

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>The project.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>Which dimension.</summary>
    public TagDimension Dimension { get; private init; }

    /// <summary>The code within it, for example <c>8</c>, <c>housing</c>, <c>bretagne</c>.</summary>
    public string Code { get; private init; } = "";

    /// <summary>From 0 within the project's tags of this dimension.</summary>
    public int Position { get; private init; }

    /// <summary>How many tags of this dimension the project has.</summary>
    public int Of { get; private init; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>When it was replaced (UTC); null while it holds.</summary>
    public DateTimeOffset? EndedAt { get; internal set; }
}
