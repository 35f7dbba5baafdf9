namespace Pipeline.Domain.Common;

/// <summary>What can be said otherwise than usual, once for somebody or something: until then there is none stored, and its version is 0.</summary>
public abstract class Choice
{
    /// <summary>From 1, raised by every change; the ETag that clients see. 0 of one that was never made.</summary>
    public long Version { get; private set; }

    /// <summary>Refuses a caller whose copy is not the current one.</summary>
    /// <exception cref="StaleException">The versions differ.</exception>
    public void RequireVersion(long expected)
    {
        if (expected != Version)
            throw CommonRefusals.Stale.Exception();
    }

    /// <summary>Marks a change.</summary>
    protected void Touch() => Version++;
}
