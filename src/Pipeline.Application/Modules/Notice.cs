using Pipeline.Domain.Common;

namespace Pipeline.Application.Modules;

/// <summary>Something that a module wants looked at.</summary>
/// <param name="Code">Of the dashboard's attention list.</param>
/// <param name="Message">What it is, in both languages.</param>
public sealed record Notice(Guid ProjectId, string Code, Text Message);
