namespace Pipeline.Application.Common;

/// <summary>Whatever is known at an instant: it tells what things said then.</summary>
public interface IKnownThen
{
    /// <summary>What things of a kind said, whichever they are: for those that seldom change.</summary>
    Task<FormerFields> FormerAsync(string kind, CancellationToken cancellationToken);

    /// <summary>What these projects said.</summary>
    Task<FormerFields> FormerProjectsAsync(IEnumerable<Guid> projects, CancellationToken cancellationToken);
}
