using Pipeline.Application.Common;

namespace Pipeline.Application.Projects;

/// <summary>A list of projects that a person keeps.</summary>
/// <param name="Id">UUID.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Query">Filters, order and columns, as the address of the list has them; empty for the whole list.</param>
/// <param name="Portfolio">The portfolio that it is shared with, by its code; null for nobody's.</param>
/// <param name="Owner">Who keeps it.</param>
/// <param name="Own">It is the caller's.</param>
/// <param name="Version">From 1, raised by every change; the ETag.</param>
public sealed record SavedViewReply(
    Guid Id,
    string Name,
    string Query,
    NamedRef? Portfolio,
    NamedRef Owner,
    bool Own,
    long Version
) : IVersioned
{
    long IVersioned.ETag => Version;
}
