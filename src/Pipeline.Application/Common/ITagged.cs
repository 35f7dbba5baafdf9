namespace Pipeline.Application.Common;

/// <summary>A reply made of many records: its tag says what it was made of, so that whoever holds it can ask whether it still holds.</summary>
public interface ITagged
{
    /// <summary>Opaque, for a weak ETag.</summary>
    string Tag { get; }
}
