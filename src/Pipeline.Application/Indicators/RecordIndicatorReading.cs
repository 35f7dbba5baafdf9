using System.ComponentModel.DataAnnotations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Records;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Indicators;

/// <summary>Records what an indicator was on a day; owners and managers.</summary>
public sealed record RecordIndicatorReading(Guid ProjectId, IndicatorReadingBody Body)
    : ICommand<IndicatorReadingReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals =>
        [
            AccessRefusals.DescribingNotPermitted,
            IndicatorRefusals.UnknownIndicator,
            IndicatorRefusals.TooManyDecimals,
            CommonRefusals.DateInFuture,
            CommonRefusals.BeforeStart,
            DocumentRefusals.DatesReversed,
            CommonRefusals.InvalidLink,
            Domain.Documents.DocumentRefusals.Unknown,
            RecordRefusals.UnknownEvaluation,
        ];
}

/// <summary>What an indicator was.</summary>
/// <param name="Indicator">A code of the lead portfolio's list.</param>
/// <param name="On">The day that it is of, or the last one of its period; not in the future, not before the project began.</param>
/// <param name="Value">In the indicator's unit; nine decimals at most.</param>
/// <param name="Source">Where the value comes from.</param>
/// <param name="PeriodStart">The first day of what was counted; null for a state.</param>
/// <param name="Territory">Where it was taken; it makes no parts of the project's value.</param>
/// <param name="EvaluationId">The evaluation of this project that found it.</param>
public sealed record IndicatorReadingBody(
    [property: StringLength(Limits.Code, MinimumLength = 1)] string Indicator,
    DateOnly On,
    decimal Value,
    [property: StringLength(Limits.Name, MinimumLength = 1)] string Source,
    DateOnly? PeriodStart = null,
    [property: StringLength(Limits.Name)] string? Territory = null,
    [property: MaxLength(Limits.List)] IReadOnlyList<LinkDto>? Evidence = null,
    Guid? EvaluationId = null
);

internal sealed class RecordIndicatorReadingHandler(
    IPipelineDb db,
    Scope scope,
    FactStore facts,
    IndicatorReader indicators,
    Names names,
    ICaller caller
) : IRequestHandler<RecordIndicatorReading, IndicatorReadingReply>
{
    public async Task<IndicatorReadingReply> Handle(RecordIndicatorReading request, CancellationToken cancellationToken)
    {
        var (projectId, body) = (request.ProjectId, request.Body);
        var rights = (await scope.InProjectAsync(projectId, cancellationToken)).RequireDescriber();
        // A reading keeps the indicator's unit, and a code with readings keeps its own (docs/adr/0055).
        await db.TakeTurnAsync(cancellationToken);
        var list = await indicators.OfAsync(rights.LeadPortfolioId, cancellationToken);
        KnownIndicators.Require(body.Indicator, [.. list.Indicators.Select(i => i.Code)], "indicator");
        var evidence = body.Evidence ?? [];
        await LinkedDocuments.RequireKnownAsync(
            db,
            projectId,
            [.. evidence.Select(e => e.DocumentId)],
            cancellationToken
        );
        await db.RequireEvaluationAsync(projectId, body.EvaluationId, "evaluationId", cancellationToken);
        var startedOn = await db
            .Projects.Where(p => p.Id == projectId)
            .Select(p => p.StartedOn)
            .FirstAsync(cancellationToken);
        var says = new IndicatorReading(
            body.Indicator,
            list.Find(body.Indicator)!.Unit,
            body.Value,
            body.Source,
            body.PeriodStart,
            body.Territory,
            [.. evidence.Select(e => e.ToLink())],
            body.EvaluationId
        ).Checked(body.On, startedOn);
        var entry = await facts.RecordAsync(
            FactKind.IndicatorReading,
            projectId,
            projectId,
            body.On,
            "on",
            says,
            portfolioId: null,
            rights.UserId,
            cancellationToken
        );
        return IndicatorReadingReply.Of(
            Fact<IndicatorReading>.New(entry),
            list.NameIn(caller.Language),
            await names.OfPeopleAsync([rights.UserId], cancellationToken)
        );
    }
}
