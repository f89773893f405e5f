using Workflow.Definitions.Calendars;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;

namespace Workflow.Tests.Support.Days;

/// <summary>The calendars of the repository, as known on a day.</summary>
internal static class Shelf
{
    private static readonly Lazy<CalendarShelf> Read = new(ReadAll);
    private static readonly Lazy<WorkCalendar> Latest = new(() => KnownOn("2026-08-07"));

    internal static CalendarShelf All => Read.Value;

    /// <summary>Everything published for 2007 to 2026.</summary>
    internal static WorkCalendar Calendar => Latest.Value;

    internal static string Folder => Path.Combine(Root(), "definitions", "calendars");

    internal static WorkCalendar KnownOn(string day, params string[] overlays) => All.Resolve("Asia/Shanghai", Day(day), overlays);

    internal static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static CalendarShelf ReadAll()
    {
        var problems = new Problems();
        return CalendarReader.ReadFolder(Folder, problems) ?? throw new InvalidOperationException(string.Join('\n', problems.All));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Workflow.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
