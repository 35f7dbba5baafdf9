using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Indicators;

/// <summary>Writes the next version of what a project aims at, the whole list; owners and managers.</summary>
public sealed record SetIndicatorTargets(Guid ProjectId, long? Version, IndicatorTargets Body)
    : ICommand<IndicatorTargetsReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.DescribingNotPermitted,
            IndicatorRefusals.UnknownIndicator,
            IndicatorRefusals.UnitDiffers,
            IndicatorRefusals.TooManyDecimals,
            DocumentRefusals.UnknownEntry,
            DocumentRefusals.DatesReversed,
            CommonRefusals.Duplicate,
            CommonRefusals.DateInFuture,
        ];
}

internal sealed class SetIndicatorTargetsHandler(
    Scope scope,
    DocumentStore documents,
    IndicatorReader indicators,
    IndicatorTargetReader reader
) : IRequestHandler<SetIndicatorTargets, IndicatorTargetsReply>
{
    public async Task<IndicatorTargetsReply> Handle(SetIndicatorTargets request, CancellationToken cancellationToken)
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        var list = await indicators.OfAsync(rights.LeadPortfolioId, cancellationToken);
        var written = await documents.WriteAsync<IndicatorTargets>(
            DocumentKey.OfProject(DocumentKind.IndicatorTargets, request.ProjectId),
            request.Version,
            (before, now) => request.Body.Checked(before, list, now),
            rights.UserId,
            cancellationToken
        );
        return await reader.ShowAsync(rights, written, cancellationToken);
    }
}
