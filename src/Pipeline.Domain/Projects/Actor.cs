using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>Who asks, and what they may do with this project.</summary>
/// <param name="UserId">The person.</param>
/// <param name="Reports">May report transitions: its owners and managers.</param>
/// <param name="Manages">May decide and waive: managers of the lead portfolio and administrators.</param>
public sealed record Actor(Guid UserId, bool Reports, bool Manages)
{
    internal static readonly Text NotAReporter = new(
        "Only owners and managers of the project report transitions.",
        "Seuls les porteurs et les gestionnaires du projet déclarent des passages."
    );

    /// <summary>Before anything else is judged: whoever may not report learns nothing of what stands in the way.</summary>
    /// <exception cref="ForbiddenException"><c>not_a_reporter</c>.</exception>
    public void RequireReporter()
    {
        if (!Reports)
            throw new ForbiddenException("not_a_reporter", NotAReporter);
    }

    /// <summary>The same for deciding.</summary>
    /// <exception cref="ForbiddenException"><c>managers_only</c>.</exception>
    public void RequireDecider()
    {
        if (!Manages)
            throw new ForbiddenException(
                "managers_only",
                new(
                    "Only managers of the lead portfolio decide.",
                    "Seuls les gestionnaires du portefeuille chef de file décident."
                )
            );
    }
}
