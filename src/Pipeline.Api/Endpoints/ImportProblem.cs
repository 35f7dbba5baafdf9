using Pipeline.Application.Imports;

namespace Pipeline.Api.Endpoints;

/// <summary>A refused file: a problem whose errors name sheet, row and column, with the report beside it.</summary>
public sealed record ImportProblem(
    string Type,
    string Title,
    int Status,
    string Code,
    string Detail,
    string TraceId,
    IReadOnlyList<ImportErrorReply> Errors,
    string Format,
    bool DryRun,
    bool Applied,
    int RowsRead,
    int Created,
    int Updated,
    int Unchanged,
    int Rejected,
    IReadOnlyList<ImportErrorReply> Notices
);
