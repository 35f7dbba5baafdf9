using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>A beginning of a project that was moved, kept so that a view of what was known before finds it again.</summary>
public sealed class FormerStart : IAppendOnly
{
    private FormerStart() { }

    internal FormerStart(Guid projectId, DateOnly startedOn, DateTimeOffset now) =>
        (Id, ProjectId, StartedOn, RecordedAt) = (Guid.CreateVersion7(now), projectId, startedOn, now);

    /// <summary>UUID of version 7.</summary>
    public Guid Id { get; private init; }

    /// <summary>The project.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>The day it was said to have begun.</summary>
    public DateOnly StartedOn { get; private init; }

    /// <summary>When it was recorded that another day takes its place (UTC).</summary>
    public DateTimeOffset RecordedAt { get; private init; }
}
