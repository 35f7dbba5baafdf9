namespace Pipeline.Application.Closings;

/// <summary>Writes replies as the API sends them, for what is to be kept as it was sent.</summary>
public interface IReplyJson
{
    /// <summary>A reply as JSON in UTF-8.</summary>
    byte[] Write<TReply>(TReply reply);
}
