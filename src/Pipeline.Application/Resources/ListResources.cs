using MediatR;
using Pipeline.Application.Common;
using Pipeline.Application.Reference;
using Pipeline.Domain.Common;
using Pipeline.Domain.Phases;
using Pipeline.Domain.Projects;
using Pipeline.Domain.Resources;

namespace Pipeline.Application.Resources;

/// <summary>Resources by what they help with, in the order of the list; everybody who has signed in.</summary>
/// <param name="Path">Those of this way through them.</param>
/// <param name="Phase">Those that help in this phase.</param>
/// <param name="Criterion">Those that help with this gate criterion.</param>
/// <param name="Q">Part of title or author, case and accents aside.</param>
public sealed record ListResources(string? Path, Phase? Phase, string? Criterion, string? Q)
    : IQuery<ResourceListReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.UnknownCode];
}

internal sealed class ListResourcesHandler(ReferenceData data, ICaller caller)
    : IRequestHandler<ListResources, ResourceListReply>
{
    public async Task<ResourceListReply> Handle(ListResources request, CancellationToken cancellationToken)
    {
        if (request.Path is { } path)
            Guard.KnownCode(path, "path", ReadingPaths.Codes);
        if (request.Criterion is { } criterion)
            Guard.KnownCode(criterion, "criterion", Gates.Criteria.Select(c => c.Code));
        var part = Folded.Of(request.Q?.Trim() ?? "");
        var (resources, version) = await data.ResourcesAsync(cancellationToken);
        return new(
            [
                .. resources
                    .Where(r =>
                        (request.Path is null || r.Paths.Contains(request.Path))
                        && (request.Phase is not { } phase || r.Phases.Count == 0 || r.Phases.Contains(phase))
                        && (request.Criterion is null || r.HelpsWith(request.Criterion))
                        && Folded.Of($"{r.Title} {r.Author}").Contains(part, StringComparison.Ordinal)
                    )
                    .Select(r => ResourceReply.From(r, caller.Language)),
            ],
            version
        );
    }
}
