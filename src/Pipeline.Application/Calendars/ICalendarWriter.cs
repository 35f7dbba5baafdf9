namespace Pipeline.Application.Calendars;

/// <summary>Writes calendars as calendar programs read them (RFC 5545).</summary>
public interface ICalendarWriter
{
    /// <summary>The address at which the calendar of a token is read.</summary>
    string AddressOf(string token);

    /// <summary>A calendar of whole days.</summary>
    /// <param name="name">What programs call it.</param>
    /// <param name="madeAt">When it was read (UTC).</param>
    string Write(string name, IReadOnlyList<CalendarEntry> entries, DateTimeOffset madeAt);
}

/// <summary>A day of a calendar.</summary>
/// <param name="Id">The same for the same thing, on whichever day it is due.</param>
/// <param name="Category">What kind of thing it is, in words.</param>
/// <param name="Summary">What has to be done, and of which project.</param>
/// <param name="Link">The page where it is done, within this site.</param>
public sealed record CalendarEntry(string Id, DateOnly Day, string Category, string Summary, string Link);
