using System.ComponentModel.DataAnnotations;
using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Domain.Common;
using Pipeline.Domain.Documents;
using Pipeline.Domain.Programmes;
using DocumentKind = Pipeline.Domain.Records.DocumentKind;

namespace Pipeline.Application.Programmes;

/// <summary>Hands in a milestone file; managers of the portfolio, and owners of the project that takes part.</summary>
public sealed record HandInFile(Guid ParticipationId, MilestoneFileBody Body) : ICommand<MilestoneFile>, IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.DescribingNotPermitted,
            ProgrammeRefusals.CohortClosed,
            ProgrammeRefusals.ProjectWanted,
            DocumentRefusals.Unknown,
            CommonRefusals.InvalidLink,
            CommonRefusals.DateInFuture,
        ];
}

/// <summary>A milestone file: an address, a document of the participation's project, or both.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="On">The day on which it was handed in; not in the future.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Url">Where it is; may be left out beside a document.</param>
/// <param name="DocumentId">A document of the project that takes part.</param>
public sealed record MilestoneFileBody(
    MilestoneKind Kind,
    DateOnly On,
    [property: StringLength(Limits.Short, MinimumLength = 1)] string Title,
    [property: StringLength(Limits.Url)] string? Url = null,
    Guid? DocumentId = null
);

internal sealed class HandInFileHandler(IPipelineDb db, ProgrammeAccess access, ParticipationWriter writer)
    : IRequestHandler<HandInFile, MilestoneFile>
{
    public async Task<MilestoneFile> Handle(HandInFile request, CancellationToken cancellationToken)
    {
        var (id, body) = (request.ParticipationId, request.Body);
        var view = await access.ToWriteAsync(DocumentKind.Participation, id, cancellationToken);
        var participation = view.Participation(id).Terms;
        await access.RequireHandingInAsync(view, participation, cancellationToken);
        if (participation.Who.ProjectId is { } projectId)
            await LinkedDocuments.RequireKnownAsync(db, projectId, [body.DocumentId], cancellationToken, "documentId");
        var cohort = view.Cohort(participation.CohortId);
        var written = await writer.WriteAsync(
            view,
            id,
            expected: null,
            (before, now) =>
                before!.HandedIn(body.Kind, body.On, body.Title, body.Url, body.DocumentId, cohort.Terms, now),
            cancellationToken
        );
        return written.Terms.Files[^1];
    }
}
