using Workflow.Definitions.Syntax;
using Workflow.Engine.Messages;

namespace Workflow.Definitions.Calendars;

/// <summary>What is wrong with calendar files.</summary>
internal static class CalendarProblems
{
    public static Message UnknownKey(IEnumerable<string> known, string key) =>
        new Message("calendar.unknown_key", ("known", MessageValue.List(known)), ("key", key)).With(Ways.Near(key, known));

    public static Message NoText(string key) => new("calendar.text", ("key", key));

    public static Message Number(int least, int most, string key, string found) =>
        new("calendar.number", ("least", least), ("most", most), ("key", key), ("found", found));

    public static Message Items(string key) => new("calendar.items", ("key", key));

    public static Message File() => new("calendar.shape");

    public static Message List(string key) => new("calendar.list", ("key", key));

    public static Message Date(Message found) => new("calendar.date", ("found", found));

    public static Message Missing(string key) => new("calendar.missing", ("key", key));

    public static Message NoFolder(string path) => new("calendar.no_folder", ("path", path));

    public static Message Unreadable(Message reason) => new("calendar.unreadable", ("reason", reason));

    public static Message EditionNumber(int expected, int year, int found) =>
        new("calendar.edition_order", ("expected", expected), ("year", year), ("found", found));

    public static Message EditionDay(int number, int year, DateOnly earlier, DateOnly published) =>
        new("calendar.edition_day", ("number", number), ("year", year), ("earlier", earlier), ("published", published));

    public static Message OtherYear(int year, DateOnly found) => new("calendar.other_year", ("year", year), ("found", found));

    public static Message Weekday(DateOnly day, Message weekday) => new("calendar.day", ("day", day), ("weekday", weekday));

    public static Message DayTwice(DateOnly day) => new("calendar.day_twice", ("day", day));

    public static Message MonthDay(string found) => new("calendar.month_day", ("found", Found.Text(found)));

    public static Message Term(string known, string found) => new("calendar.term", ("known", known), ("found", Found.Text(found)));

    public static Message NoYear() => new("calendar.no_year");

    public static Message OverlayTwice(string id) => new("calendar.overlay_twice", ("id", id));

    public static Message Countries(string country, string other) => new("calendar.countries", ("country", country), ("other", other));

    public static Message YearTwice(string year, string file) => new("calendar.year_twice", ("year", year), ("file", file));

    public static Message Gap(string later, string earlier, string missing) =>
        new("calendar.gap", ("later", later), ("earlier", earlier), ("missing", missing));
}
