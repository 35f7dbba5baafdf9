namespace Pipeline.Domain.Common;

/// <summary>
/// A record that is written once. Neither the context nor the database lets it be updated or deleted:
/// mistakes are mended by a later record, so that any past view can be computed again.
/// </summary>
public interface IAppendOnly : IRecorded;
