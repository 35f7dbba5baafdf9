namespace Pipeline.Domain.Common;

/// <summary>Taken back rather than removed, so that a view of before still shows it; the instant is given by the store.</summary>
public interface IVoidable
{
    /// <summary>When it was taken back (UTC); null while it stands.</summary>
    DateTimeOffset? VoidedAt { get; }
}
