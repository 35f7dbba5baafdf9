using Pipeline.Application.Common;

namespace Pipeline.Application.Documents;

/// <summary>Why a document's bytes are gone.</summary>
/// <param name="Reason">In the words of whoever removed them.</param>
/// <param name="RemovedAt">When (UTC).</param>
/// <param name="RemovedBy">By whom.</param>
public sealed record DocumentRemovalReply(string Reason, DateTimeOffset RemovedAt, NamedRef RemovedBy);
