using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Programmes;

/// <summary>All versions of a programme, a cohort or a participation, the first one first; whoever sees the portfolio.</summary>
public sealed record ListProgrammeVersions(DocumentKind Kind, Guid DocumentId) : IQuery<Listed<VersionReply>>;

internal sealed class ListProgrammeVersionsHandler(
    ProgrammeAccess access,
    DocumentStore documents,
    Names names,
    Scope scope
) : IRequestHandler<ListProgrammeVersions, Listed<VersionReply>>
{
    public async Task<Listed<VersionReply>> Handle(ListProgrammeVersions request, CancellationToken cancellationToken)
    {
        var view = await access.OfAsync(request.Kind, request.DocumentId, cancellationToken);
        // Versions hold everybody's: those who take part are shown their own, and that as it stands.
        if (!view.Reads)
            throw ProgrammeAccess.Absent(request.Kind);
        var versions = await documents.VersionsAsync(
            DocumentKey.InPortfolio(request.Kind, view.PortfolioId, request.DocumentId),
            cancellationToken
        );
        var told = await VersionReply.ListAsync(versions, names, cancellationToken);
        var projects = await scope.Projects.Select(p => p.Id).ToHashSetAsync(cancellationToken);
        foreach (var version in told.Items)
            Hide(version, projects);
        return told;
    }

    // Whoever does not see the project that takes part is not told which it is.
    private static void Hide(VersionReply version, HashSet<Guid> seen)
    {
        if (
            version.Fields?.TryGetValue("who", out var stored) == true
            && JsonObject.Create(stored) is { } who
            && who["projectId"] is { } project
            && !seen.Contains(project.GetValue<Guid>())
        )
        {
            who["projectId"] = null;
            version.Fields["who"] = JsonSerializer.SerializeToElement(who);
        }
    }
}
