using MediatR;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Modules;
using Pipeline.Domain.Common;
using Pipeline.Domain.Diagnoses;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Diagnoses;

/// <summary>
/// Which gaps recur in the self-diagnoses of a portfolio's projects, told from five answer sets on and never whose, as of a day and as known at an instant; everybody who sees the portfolio.
/// </summary>
public sealed record ListPortfolioDiagnoses(Guid PortfolioId, DateOnly? AsOf, DateTimeOffset? KnownAt)
    : ISnapshotQuery<PortfolioDiagnosesReply>,
        IRefusing
{
    /// <inheritdoc />
    public static IReadOnlyList<Refusal> Refusals => [CommonRefusals.DateInFuture];
}

internal sealed class ListPortfolioDiagnosesHandler(Scope scope, PortfolioRecords records, ICaller caller)
    : IRequestHandler<ListPortfolioDiagnoses, PortfolioDiagnosesReply>
{
    // Fewer projects would be recognised. A gap of a single one is not told either: it does not recur.
    private const int Minimum = 5,
        Recurs = 2;

    public async Task<PortfolioDiagnosesReply> Handle(
        ListPortfolioDiagnoses request,
        CancellationToken cancellationToken
    )
    {
        await scope.InPortfolioAsync(request.PortfolioId, cancellationToken);
        var held = await records.AskedAsync(request.PortfolioId, request.AsOf, request.KnownAt, cancellationToken);
        // Of each project the newest: five answers of one would be its own.
        var newest = held.Facts<AnswerSet>(FactKind.Diagnosis)
            .GroupBy(f => (f.Project.Id, f.Fact.Says.Questionnaire))
            .Select(g => g.OrderBy(f => f.Fact.Entry.On).ThenBy(f => f.Fact.Entry.RecordedAt).Last().Fact.Says)
            .ToLookup(s => s.Questionnaire);
        return new([.. Questionnaires.All.Select(q => Of(q, [.. newest[q.Code]]))], Minimum);
    }

    private RecurringGaps Of(Questionnaire questionnaire, IReadOnlyList<AnswerSet> sets)
    {
        var told = sets.Count >= Minimum;
        var gaps = told
            ? sets.SelectMany(s => s.Gaps())
                .GroupBy(g => g.Question.Code)
                .Where(g => g.Count() >= Recurs)
                .OrderByDescending(g => g.Count())
                .Select(g => new RecurringGap(
                    g.First().Section.Code,
                    g.Key,
                    g.First().Question.Label.In(caller.Language),
                    g.Count()
                ))
            : [];
        return new(questionnaire.Code, questionnaire.Title.In(caller.Language), sets.Count, told, [.. gaps]);
    }
}
