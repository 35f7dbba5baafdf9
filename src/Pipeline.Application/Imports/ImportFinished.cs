using Pipeline.Domain.Common;

namespace Pipeline.Application.Imports;

/// <summary>A file was taken into a portfolio.</summary>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="ImportId">Which import.</param>
/// <param name="Format">As the report of the import names it.</param>
public sealed record ImportFinished(DateTimeOffset OccurredAt, Guid ImportId, string Format)
    : DomainEvent("import.finished", OccurredAt);
