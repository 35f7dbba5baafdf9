using System.Globalization;
using MediatR;
using Pipeline.Application.Common;
using Pipeline.Application.Deadlines;
using Pipeline.Application.Modules;
using Pipeline.Domain.Audit;
using Pipeline.Domain.Common;

namespace Pipeline.Application.Calendars;

/// <summary>Everything that is due within the caller's scope, as a calendar.</summary>
/// <param name="Language">What it is written in.</param>
/// <param name="Tags">Of what the caller holds.</param>
public sealed record ReadCalendar(Language Language, IReadOnlyList<string> Tags) : ISnapshotQuery<CalendarText>;

/// <summary>A calendar.</summary>
/// <param name="Tag">Says what it was made of.</param>
/// <param name="Text">Null where the caller holds it already.</param>
public sealed record CalendarText(string Tag, string? Text) : ITagged;

internal sealed class ReadCalendarHandler(
    IPipelineDb db,
    DeadlineReader deadlines,
    ICalendarWriter writer,
    ICaller caller,
    TimeProvider time
) : IRequestHandler<ReadCalendar, CalendarText>
{
    private static readonly Text Name = new("Pipeline: what is due", "Pipeline : échéances");

    // Another version of the program may say it otherwise.
    private static readonly string Program = typeof(ReadCalendar).Module.ModuleVersionId.ToString("N")[..8];

    public async Task<CalendarText> Handle(ReadCalendar request, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var tag = TagOf(await RecordedHead.ReadAsync(db, cancellationToken), request.Language, now.Today());
        if (request.Tags.Contains(tag))
            return new(tag, null);
        var due = await deadlines.ReadAsync(null, null, _ => true, cancellationToken);
        return new(
            tag,
            writer.Write(
                Name.In(request.Language),
                [
                    .. due.OrderBy(d => d.Item.DueOn)
                        .ThenBy(d => d.Item.Key, StringComparer.Ordinal)
                        .Select(d => Entry(d.Item, d.Project, request.Language)),
                ],
                now
            )
        );
    }

    // Every change of record moves the audit's chain on, roles among them (docs/adr/0012): while it stands, what is due changes with the day alone.
    private string TagOf(AuditHead head, Language language, DateOnly today) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Program}.{head.Entries}.{head.LastHash[..16]}.{caller.UserId:N}.{language}.{today.DayNumber}"
        );

    private static CalendarEntry Entry(DueItem item, DeadlineProject? project, Language language)
    {
        var what = item.What.In(language);
        return new(
            item.Key,
            item.DueOn,
            Labels.Of(item.Kind).In(language),
            project is null ? what : $"{project.Name}: {what}",
            item.Link
        );
    }
}
