using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Indicators;
using Pipeline.Application.Records;
using Pipeline.Domain.Common;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Records;

namespace Pipeline.Application.Progress;

/// <summary>Makes readings of what an accepted report says of indicators, and takes back those of the report that it corrects.</summary>
public sealed class ReadingRecorder(IPipelineDb db, FactStore facts, IndicatorReader indicators, ICaller caller)
{
    private static readonly Text FromReport = new("Progress report", "Compte rendu d'avancement"),
        Corrected = new("The progress report was corrected.", "Le compte rendu d'avancement a été corrigé.");

    /// <summary>Records what a report that is about to be accepted says, each dated by the period's end.</summary>
    /// <returns>The readings that are the report's. What a correction says again stays as it was recorded.</returns>
    /// <exception cref="InvalidValueException"><c>unknown_indicator</c>, <c>unit_differs</c>: the list has changed since it was written. <c>before_start</c>.</exception>
    internal async Task<IReadOnlyList<Guid>> RecordAsync(
        ProjectRights rights,
        ViewedPeriod period,
        CancellationToken cancellationToken
    )
    {
        var report = period.Report!.Terms;
        var says = await ReadAsync(rights, period, report.Last!.Content, cancellationToken);
        var before = await StandingAsync(rights.ProjectId, report.Accepted, cancellationToken);
        var ids = new List<Guid>();
        foreach (var fact in before)
            if (says.FindIndex(s => IsSame(s, fact.Says)) is >= 0 and var again)
            {
                says.RemoveAt(again);
                ids.Add(fact.Entry.Id);
            }
            // From the reading's own day on: whatever day one looks from, what is known now is the correction.
            else
                await facts.ReverseAsync(
                    FactKind.IndicatorReading,
                    rights.ProjectId,
                    rights.ProjectId,
                    fact.Entry.Id,
                    Corrected.In(caller.Language),
                    fact.Entry.On,
                    portfolioId: null,
                    rights.UserId,
                    cancellationToken
                );
        foreach (var reading in says)
            ids.Add(await RecordAsync(rights, period.Period.EndsOn, reading, cancellationToken));
        return ids;
    }

    private async Task<List<IndicatorReading>> ReadAsync(
        ProjectRights rights,
        ViewedPeriod period,
        ReportContent content,
        CancellationToken cancellationToken
    )
    {
        if (content.IndicatorReadings is not { Count: > 0 } reported)
            return [];
        var asked = await indicators.OfAsync(rights.LeadPortfolioId, cancellationToken);
        var evidence = await EvidenceAsync(rights.ProjectId, content, cancellationToken);
        return
        [
            .. ReportContent
                .CheckedReadings(reported, asked)
                .Select(r =>
                    new IndicatorReading(
                        r.Indicator,
                        r.Unit!,
                        r.Value,
                        r.Source ?? FromReport.In(caller.Language),
                        Evidence: evidence
                    ).Checked(period.Period.EndsOn, period.Project.StartedOn)
                ),
        ];
    }

    // What shows the report shows its figures too. A document that was removed since shows nothing any more; an agreement is not for everybody who reads readings.
    private async Task<IReadOnlyList<Link>> EvidenceAsync(
        Guid projectId,
        ReportContent content,
        CancellationToken cancellationToken
    )
    {
        var (documents, links) = (content.DocumentIds ?? [], content.Evidence ?? []);
        List<Guid> named = [.. documents.Concat(links.Select(l => l.DocumentId).OfType<Guid>()).Distinct().Order()];
        if (named.Count == 0)
            return links;
        var titles = await db
            .Documents.Where(d =>
                d.ProjectId == projectId
                && d.RemovedAt == null
                && d.Kind != Domain.Documents.DocumentKind.Agreement
                && named.Contains(d.Id)
            )
            .Select(d => new { d.Id, d.Title })
            .ToDictionaryAsync(d => d.Id, d => d.Title, cancellationToken);
        return
        [
            .. documents
                .Where(id => titles.ContainsKey(id) && !links.Any(l => l.DocumentId == id))
                .Select(id => new Link(Short(titles[id]), DocumentId: id)),
            .. links
                .Select(l => l.DocumentId is { } id && !titles.ContainsKey(id) ? l with { DocumentId = null } : l)
                .Where(l => l.Url is not null || l.DocumentId is not null),
        ];
    }

    private async Task<IReadOnlyList<Fact<IndicatorReading>>> StandingAsync(
        Guid projectId,
        Submission? corrected,
        CancellationToken cancellationToken
    )
    {
        if (corrected?.ReadingIds is not { Count: > 0 } ids)
            return [];
        var readings = await facts.OfProjectAsync<IndicatorReading>(
            FactKind.IndicatorReading,
            projectId,
            cancellationToken
        );
        return [.. readings.Where(r => r.Stands && ids.Contains(r.Entry.Id))];
    }

    private async Task<Guid> RecordAsync(
        ProjectRights rights,
        DateOnly on,
        IndicatorReading reading,
        CancellationToken cancellationToken
    ) =>
        (
            await facts.RecordAsync(
                FactKind.IndicatorReading,
                rights.ProjectId,
                rights.ProjectId,
                on,
                "on",
                reading,
                portfolioId: null,
                rights.UserId,
                cancellationToken
            )
        ).Id;

    private static bool IsSame(IndicatorReading one, IndicatorReading other) =>
        (one.Indicator, one.Unit, one.Value, one.Source) == (other.Indicator, other.Unit, other.Value, other.Source)
        && (one.Evidence ?? []).SequenceEqual(other.Evidence ?? []);

    private static string Short(string title) => title.Length <= Limits.Short ? title : title[..Limits.Short];
}
