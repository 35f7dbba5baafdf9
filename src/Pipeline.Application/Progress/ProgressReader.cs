using Microsoft.EntityFrameworkCore;
using Pipeline.Application.Access;
using Pipeline.Application.Common;
using Pipeline.Application.Documents;
using Pipeline.Application.Indicators;
using Pipeline.Application.Ledgers;
using Pipeline.Application.Records;
using Pipeline.Application.Transitions;
using Pipeline.Domain.Indicators;
using Pipeline.Domain.Progress;
using Pipeline.Domain.Records;
using Pipeline.Domain.Support;

namespace Pipeline.Application.Progress;

/// <summary>Reads the periods of one project, and shows them.</summary>
public sealed class ProgressReader(
    IPipelineDb db,
    Scope scope,
    ProgressCalendar calendar,
    DocumentAccess files,
    Names names,
    ICaller caller,
    TimeProvider time
)
{
    /// <summary>The periods of a project that is in the caller's scope.</summary>
    internal async Task<ProjectProgress> ReadAsync(
        ProjectRights rights,
        DateOnly? asOf,
        DateTimeOffset? knownAt,
        CancellationToken cancellationToken
    )
    {
        var view = await AsOfView.OpenAsync(db, asOf, knownAt, time.GetUtcNow(), cancellationToken);
        var then = await view.FormerProjectsAsync([rights.ProjectId], cancellationToken);
        var one = db.Projects.AsNoTracking().Where(p => p.Id == rights.ProjectId);
        var stored = await one.Select(p => new ViewedProject(p.Id, p.Code, p.Name, true, false)
            {
                StartedOn = p.StartedOn,
                LeadPortfolioId = p.LeadPortfolioId,
            })
            .FirstAsync(cancellationToken);
        var project = stored with
        {
            StartedOn = then.Of(stored.Id, "startedOn", stored.StartedOn),
            LeadPortfolioId = then.Of(stored.Id, "leadPortfolioId", stored.LeadPortfolioId),
        };
        var records = await RecordsInView.ReadAsync(
            db,
            null,
            [project],
            one.Select(p => p.Id),
            view.AsOf,
            view.KnownAt,
            view,
            scope.Documents,
            cancellationToken
        );
        return new(
            view,
            await db.CurrencyOfAsync(project.LeadPortfolioId!.Value, cancellationToken),
            records,
            await calendar.InAsync(records, cancellationToken),
            records
                .Documents<ReportDraft>(DocumentKind.ProgressDraft)
                .ToDictionary(d => d.Document.Terms.Period, d => d.Document)
        );
    }

    /// <summary>A period as it stands now.</summary>
    internal async Task<ProgressReportReply> ShowAsync(
        ProjectRights rights,
        DateOnly period,
        CancellationToken cancellationToken
    )
    {
        var progress = await ReadAsync(rights, null, null, cancellationToken);
        return (await ShowAsync(progress, [progress.Find(period)], cancellationToken))[0];
    }

    /// <summary>Periods of a project, as they are shown.</summary>
    internal async Task<IReadOnlyList<ProgressReportReply>> ShowAsync(
        ProjectProgress progress,
        IReadOnlyList<ViewedPeriod> periods,
        CancellationToken cancellationToken
    )
    {
        if (periods.Count == 0)
            return [];
        var projectId = periods[0].Project.Id;
        var delivered = (await calendar.DeliveredAsync(progress.Records, cancellationToken))[projectId].ToList();
        var submissions = await SubmissionsAsync(projectId, progress.View, cancellationToken);
        var person = await names.OfPeopleAsync(
            submissions
                .SelectMany(s => s)
                .SelectMany(s => new[] { s.SubmittedBy, s.DecidedBy ?? s.SubmittedBy })
                .Concat(periods.Select(p => WrittenIn(progress, p)?.By).OfType<Guid>()),
            cancellationToken
        );
        var titles = await TitlesAsync(
            projectId,
            periods
                .Select(p => progress.LiveDraft(p)?.Terms.Content)
                .Concat(submissions.SelectMany(s => s).Select(s => s.Content)),
            cancellationToken
        );
        return
        [
            .. periods.Select(p => Show(progress, p, delivered, [.. submissions[p.Period.EndsOn]], person, titles)),
        ];
    }

    private ProgressReportReply Show(
        ProjectProgress progress,
        ViewedPeriod p,
        IReadOnlyList<DeliveredOnDay> delivered,
        IReadOnlyList<Submission> submissions,
        Func<Guid, NamedRef> person,
        IReadOnlyDictionary<Guid, string> titles
    )
    {
        var report = p.Report?.Terms;
        var draft = progress.LiveDraft(p);
        var content = draft?.Terms.Content ?? report?.Last?.Content;
        var written = WrittenIn(progress, p);
        return new(
            p.Project.Id,
            p.Period.EndsOn,
            p.Period.StartsOn,
            p.Period.DueOn,
            p.Period.DueOn.AddDays(-p.Schedule.RemindBeforeDays),
            p.State,
            p.DaysLate,
            draft is not null ? ReportStatus.Draft : report?.Last?.Status,
            Sections(content, p.Schedule.Wanted()),
            Funds(content),
            Readings(progress.Records, p, content?.IndicatorReadings ?? []),
            Documents(content),
            Evidence(content),
            draft is not null ? report?.Standing() is not null : report?.Last?.Corrects is not null,
            report?.Last?.Reason ?? report?.Excused?.Reason,
            [
                .. submissions.Select(s => new SubmissionReply(
                    s.Number,
                    s.Status,
                    s.SubmittedOn,
                    person(s.SubmittedBy),
                    s.Corrects,
                    s.DecidedOn,
                    s.DecidedBy is { } by ? person(by) : null,
                    s.Reason,
                    Sections(s.Content, []),
                    Funds(s.Content),
                    Readings(progress.Records, p, s.Content.IndicatorReadings ?? []),
                    Documents(s.Content),
                    Evidence(s.Content)
                )),
            ],
            written?.At,
            written is { } w ? person(w.By) : null,
            progress.VersionOf(p)
        );

        IReadOnlyList<FundsUsedReply> Funds(ReportContent? of) =>
            [.. Levers.All.Select(lever => Used(of, lever)).OfType<FundsUsedReply>()];

        IReadOnlyList<ReportDocumentReply> Documents(ReportContent? of) =>
            [
                .. (of?.DocumentIds ?? [])
                    .Where(titles.ContainsKey)
                    .Select(id => new ReportDocumentReply(id, titles[id])),
            ];

        static IReadOnlyList<LinkDto> Evidence(ReportContent? of) => [.. (of?.Evidence ?? []).Select(LinkDto.From)];

        FundsUsedReply? Used(ReportContent? of, Lever lever)
        {
            var used = of?.UseOfFunds?.FirstOrDefault(u => u.Lever == lever);
            var cents = delivered.Where(d => d.Lever == lever && d.IsIn(p.Period)).Sum(d => d.Cents);
            return used is null && cents == 0
                ? null
                : new(
                    lever,
                    used is null ? null : new(used.Amount.Amount, used.Amount.Currency),
                    MoneyDto.OfCents(cents, progress.Currency),
                    used?.Comment
                );
        }
    }

    // Of what is shown: the draft, else the report.
    private static (DateTimeOffset At, Guid By)? WrittenIn(ProjectProgress progress, ViewedPeriod p) =>
        progress.LiveDraft(p) is { } draft ? (draft.RecordedAt, draft.RecordedBy)
        : p.Report is { } report ? (report.RecordedAt, report.RecordedBy)
        : null;

    // Those that are asked for first, then what was reported and is asked for no more.
    private IReadOnlyList<ReportedReadingReply> Readings(
        RecordsInView records,
        ViewedPeriod p,
        IReadOnlyList<ReportedReading> reported
    )
    {
        var asked = records.OfPortfolio<IndicatorList>(DocumentKind.Indicators, p.Project.LeadPortfolioId);
        var said = reported.ToDictionary(r => r.Indicator);
        var before = LatestReadings.Of(
            records
                .Facts<IndicatorReading>(FactKind.IndicatorReading)
                .Select(r => r.Fact)
                .Where(r => r.Entry.On < p.Period.StartsOn)
        );
        return
        [
            .. (asked?.Indicators ?? [])
                .Select(i => (i.Code, i.Unit))
                .UnionBy(reported.Select(r => (Code: r.Indicator, Unit: r.Unit!)), i => i.Code)
                .Select(i =>
                {
                    var (now, last) = (said.GetValueOrDefault(i.Code), before.GetValueOrDefault(i.Code));
                    // What was read in another unit is another thing.
                    var unit = now?.Unit ?? i.Unit;
                    var comparable = last?.Says.Unit == unit ? last : null;
                    return new ReportedReadingReply(
                        i.Code,
                        asked.NameOf(i.Code).In(caller.Language),
                        unit,
                        now?.Value,
                        now?.Source,
                        comparable?.Says.Value,
                        comparable?.Entry.On
                    );
                }),
        ];
    }

    // Those that are wanted first, then what was written under a title that is wanted no more.
    private IReadOnlyList<ReportSectionReply> Sections(ReportContent? content, IReadOnlyList<string> wanted)
    {
        var texts = (content?.Sections ?? []).ToDictionary(s => s.Section, s => s.Text);
        return
        [
            .. wanted
                .Union(texts.Keys)
                .Select(s => new ReportSectionReply(
                    s,
                    ReportSections.LabelOf(s).In(caller.Language),
                    texts.GetValueOrDefault(s, "")
                )),
        ];
    }

    // Each as its last version has it: with the answer, where there is one.
    private async Task<ILookup<DateOnly, Submission>> SubmissionsAsync(
        Guid projectId,
        AsOfView view,
        CancellationToken cancellationToken
    )
    {
        var until = RecordsInView.Until(view.AsOf, view.KnownAt);
        var versions = await db
            .DocumentVersions.AsNoTracking()
            .Where(v => v.OwnerId == projectId && v.Kind == DocumentKind.ProgressReport && v.RecordedAt <= until)
            .OrderBy(v => v.Number)
            .ToListAsync(cancellationToken);
        return versions
            .Select(v => Document<ProgressReport>.Of(v).Terms)
            .Where(r => r.Last is not null)
            .GroupBy(r => (r.Period, r.Last!.Number))
            .OrderBy(g => g.Key.Number)
            .ToLookup(g => g.Key.Period, g => g.Last().Last!);
    }

    private async Task<IReadOnlyDictionary<Guid, string>> TitlesAsync(
        Guid projectId,
        IEnumerable<ReportContent?> contents,
        CancellationToken cancellationToken
    )
    {
        var ids = contents.SelectMany(c => c?.DocumentIds ?? []).Distinct().Order().ToList();
        return ids.Count == 0
            ? new Dictionary<Guid, string>()
            : await (await files.InAsync(projectId, cancellationToken))
                .Of(ids, d => d.Id)
                .Select(d => new { d.Id, d.Title })
                .ToDictionaryAsync(d => d.Id, d => d.Title, cancellationToken);
    }
}
