using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Pipeline.Application.Calendars;
using Pipeline.Infrastructure.Identity;

namespace Pipeline.Infrastructure.Files.Calendars;

/// <summary>Calendars as Ical.Net writes them: whole days, which are of no time zone and take nobody's time.</summary>
internal sealed class CalendarWriter(LinkAddress address) : ICalendarWriter
{
    // What deadlines are, they are for days: nobody has to come back by the minute.
    private const string ComeBack = "PT1H";

    public string AddressOf(string token) => $"{address.Base}/calendar/{token}.ics";

    public string Write(string name, IReadOnlyList<CalendarEntry> entries, DateTimeOffset madeAt)
    {
        var calendar = new Calendar { ProductId = "-//Pipeline//Deadlines//EN", Method = CalendarMethods.Publish };
        calendar.AddProperty("X-WR-CALNAME", name);
        calendar.AddProperty("X-PUBLISHED-TTL", ComeBack);
        var stamp = new CalDateTime(madeAt.UtcDateTime);
        foreach (var entry in entries)
            calendar.Events.Add(
                new CalendarEvent
                {
                    Uid = $"{entry.Id}@pipeline",
                    DtStamp = stamp,
                    Start = new CalDateTime(entry.Day),
                    Summary = entry.Summary,
                    Categories = [entry.Category],
                    Url = new Uri(address.Base + entry.Link),
                    Transparency = TransparencyType.Transparent,
                }
            );
        return new CalendarSerializer().SerializeToString(calendar)!;
    }
}
