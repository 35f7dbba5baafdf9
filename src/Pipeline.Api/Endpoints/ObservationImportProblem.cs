using Pipeline.Application.Imports;

namespace Pipeline.Api.Endpoints;

/// <summary>A refused file of observations: a problem whose errors name row and column.</summary>
public sealed record ObservationImportProblem(
    string Type,
    string Title,
    int Status,
    string Code,
    string Detail,
    string TraceId,
    IReadOnlyList<ImportErrorReply> Errors,
    bool DryRun,
    int RowsRead,
    int Rejected
);
