using Pipeline.Domain.Common;

namespace Pipeline.Application.Common;

/// <summary>What a caller says of the version that was read before a write which makes something, or replaces what is there.</summary>
/// <param name="Version">The version; null for any.</param>
public sealed record VersionRead(long? Version);

/// <summary>Demands the version where there is something to lose.</summary>
internal static class VersionReadExtensions
{
    /// <summary>Something is about to be replaced.</summary>
    /// <exception cref="DomainException"><c>if_match_required</c>: the caller has not said what was read.</exception>
    public static void RequireSaid(this VersionRead? read)
    {
        if (read is null)
            throw CommonRefusals.VersionRequired.Exception();
    }
}
