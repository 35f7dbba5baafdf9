using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>Who asks, and what they may do with this project.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Reports">May report transitions: its owners and managers.</param>
/// <param name="Manages">May decide and waive: managers of the lead portfolio and administrators.</param>
public sealed record Actor(Guid UserId, bool Reports, bool Manages)
{
    /// <summary>Before anything else is judged: whoever may not report learns nothing of what stands in the way.</summary>
    /// <exception cref="ForbiddenException"><c>not_a_reporter</c>.</exception>
    public void RequireReporter()
    {
        if (!Reports)
            throw TransitionRefusals.NotAReporter.Exception();
    }

    /// <summary>The same for deciding.</summary>
    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    public void RequireDecider()
    {
        if (!Manages)
            throw TransitionRefusals.ManagersDecideOnly.Exception();
    }
}
