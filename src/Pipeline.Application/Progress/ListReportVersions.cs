using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Progress;

/// <summary>
/// All versions of a period's report, the first one first: each submission and each answer with the whole of what was submitted. Drafts are nobody's but the owners'.
/// </summary>
/// <param name="Period">The period's last day.</param>
public sealed record ListReportVersions(Guid ProjectId, DateOnly Period)
    : ISnapshotQuery<Listed<VersionReply>>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => GetProgressReport.Refusals;
}

internal sealed class ListReportVersionsHandler(
    Scope scope,
    ProgressReader reader,
    DocumentStore documents,
    Names names
) : IRequestHandler<ListReportVersions, Listed<VersionReply>>
{
    public async Task<Listed<VersionReply>> Handle(ListReportVersions request, CancellationToken cancellationToken)
    {
        var rights = await scope.InProjectAsync(request.ProjectId, cancellationToken);
        var period = (await reader.ReadAsync(rights, null, null, cancellationToken)).Find(request.Period);
        var key = ProgressWriter.KeyOf(DocumentKind.ProgressReport, period);
        return await VersionReply.ListAsync(
            await documents.VersionsAsync(key, cancellationToken),
            names,
            cancellationToken
        );
    }
}
