namespace Pipeline.Application.Common;

/// <summary>A reply about something that changes: its ETag is what a later write has to send as If-Match.</summary>
public interface IVersioned
{
    /// <summary>The version of whatever guards the resource: often a project's.</summary>
    long ETag { get; }
}
