namespace Pipeline.Application.Closings;

/// <summary>Whether a record is in view: in the one that was closed, in the one that it is held against, and on the way from the one to the other.</summary>
/// <param name="before">It is in the view that was closed.</param>
/// <param name="after">It is in the other one.</param>
internal sealed class Presence(bool before, bool after)
{
    /// <summary>As far as the way has been gone.</summary>
    public bool Now { get; private set; } = before;

    /// <summary>Whether the views differ in it.</summary>
    public bool Changes { get; } = before != after;

    /// <summary>Goes on to the other view.</summary>
    public void Arrive() => Now = after;
}
