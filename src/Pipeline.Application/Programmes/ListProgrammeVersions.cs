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
        var named = told
            .Items.Select(v => (Version: v, Who: WhoOf(v)))
            .Where(v => v.Who?["projectId"] is not null)
            .ToList();
        var projects = named.Select(v => ProjectOf(v.Who!)).Distinct().ToList();
        var seen = await scope
            .Projects.Where(p => projects.Contains(p.Id))
            .Select(p => p.Id)
            .ToHashSetAsync(cancellationToken);
        // Whoever does not see the project that takes part is not told which it is.
        foreach (var (version, who) in named.Where(v => !seen.Contains(ProjectOf(v.Who!))))
        {
            who!["projectId"] = null;
            version.Fields!["who"] = JsonSerializer.SerializeToElement(who);
        }
        return told;
    }

    // Who takes part, in a version of a participation.
    private static JsonObject? WhoOf(VersionReply version) =>
        version.Fields?.TryGetValue("who", out var who) == true ? JsonObject.Create(who) : null;

    private static Guid ProjectOf(JsonObject who) => who["projectId"]!.GetValue<Guid>();
}
