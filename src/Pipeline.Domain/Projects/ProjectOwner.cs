namespace Pipeline.Domain.Projects;

/// <summary>Somebody who describes a project and reports its transitions.</summary>
public sealed class ProjectOwner
{
    private ProjectOwner() { }

    internal ProjectOwner(Guid projectId, Guid userId) => (ProjectId, UserId) = (projectId, userId);

    /// <summary>The project.</summary>
    public Guid ProjectId { get; private init; }

    /// <summary>The person.</summary>
    public Guid UserId { get; private init; }
}
