using Pipeline.Domain.Common;

namespace Pipeline.Domain.Projects;

/// <summary>Something that happened to a project on a day, and before which it cannot have begun.</summary>
/// <param name="What">What it is, with its article: <c>a commitment</c>.</param>
/// <param name="On">Its day.</param>
public sealed record DatedFact(Text What, DateOnly On);
