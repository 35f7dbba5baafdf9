using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Indicators;

/// <summary>Takes a reading back by an opposite entry that names it; owners and managers.</summary>
public sealed record ReverseIndicatorReading(Guid ProjectId, Guid ReadingId, ReversalBody Body)
    : ICommand<IndicatorReadingReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [AccessRefusals.DescribingNotPermitted, .. FactRefusals.All];
}

internal sealed class ReverseIndicatorReadingHandler(
    Scope scope,
    FactStore facts,
    IndicatorReader indicators,
    Names names,
    ICaller caller
) : IRequestHandler<ReverseIndicatorReading, IndicatorReadingReply>
{
    public async Task<IndicatorReadingReply> Handle(
        ReverseIndicatorReading request,
        CancellationToken cancellationToken
    )
    {
        var rights = (await scope.InProjectAsync(request.ProjectId, cancellationToken)).RequireDescriber();
        var reversal = await facts.ReverseAsync(
            FactKind.IndicatorReading,
            request.ProjectId,
            request.ProjectId,
            request.ReadingId,
            request.Body.Reason,
            request.Body.ReversedOn,
            portfolioId: null,
            rights.UserId,
            cancellationToken
        );
        var list = await indicators.OfAsync(rights.LeadPortfolioId, cancellationToken);
        return IndicatorReadingReply.Of(
            Fact<IndicatorReading>.New(reversal),
            list.NameIn(caller.Language),
            await names.OfPeopleAsync([rights.UserId], cancellationToken)
        );
    }
}
