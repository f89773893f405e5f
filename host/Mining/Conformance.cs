using Workflow.Definitions.Calendars;
using Workflow.Definitions.Mining.Logs;
using Workflow.Definitions.Mining.Maps;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Registers;
using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;
using Workflow.Host.Opening;

namespace Workflow.Host.Mining;

/// <summary>Opens what a log is judged by, from what a person named.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Map">How the log is read.</param>
/// <param name="MapName">The map's name for the report.</param>
/// <param name="Calendar">The calendar.</param>
/// <param name="CalendarWord">The key of the words for it.</param>
public sealed record Conformance(PublishedProcess Definition, LogMap Map, string MapName, WorkCalendar Calendar, string CalendarWord)
{
    /// <summary>The name of the calendar that needs no file.</summary>
    public const string Weekdays = "weekdays";

    /// <summary>Reads definition, map and calendar.</summary>
    /// <param name="definition">The definition's file.</param>
    /// <param name="map">The map's file; null for a log that we wrote ourselves.</param>
    /// <param name="calendar">A folder of calendars, or <see cref="Weekdays"/>; null for those beside the definition, or weekdays where there are none.</param>
    /// <param name="head">What the log says of itself.</param>
    /// <param name="warn">Hears what should be mended and does not stop the reading.</param>
    /// <exception cref="OpeningRefusedException">Something is wrong; the sentence lists every problem.</exception>
    public static Conformance Open(string definition, string? map, string? calendar, XesHead head, Action<Problem> warn)
    {
        var process = PublishedProcess.Of(ReadDefinition(Text("a definition", definition), DefinitionFolder.Around(definition) is { } library ? DefinitionLibrary.Load(library) : DefinitionLibrary.Empty));
        var folder = calendar ?? (DefinitionFolder.Around(definition) is { } around && Directory.Exists(Path.Combine(around, "calendars")) ? Path.Combine(around, "calendars") : Weekdays);
        return Of(process, map is null ? null : Text("a map", map), folder == Weekdays ? null : Shelf(folder), head, warn);
    }

    /// <summary>The same from what is at hand already.</summary>
    /// <param name="process">The definition.</param>
    /// <param name="map">The map; null for a log that we wrote ourselves.</param>
    /// <param name="shelf">The calendars; null for weekdays.</param>
    /// <param name="head">What the log says of itself.</param>
    /// <param name="warn">Hears what should be mended and does not stop the reading.</param>
    /// <exception cref="OpeningRefusedException">Something is wrong; the sentence lists every problem.</exception>
    public static Conformance Of(PublishedProcess process, NamedText? map, CalendarShelf? shelf, XesHead head, Action<Problem> warn)
    {
        var read = map is null ? Own(process.Definition, head) : Mapped(map, process.Definition, warn);
        return new Conformance(process, read, map is null ? "–" : Path.GetFileName(map.Name), (shelf ?? new CalendarShelf([], [])).Resolve(read.Zone.Id, DateOnly.MaxValue), shelf is null ? "conform.calendar.weekdays" : "conform.calendar.published");
    }

    /// <summary>Reads a definition.</summary>
    /// <exception cref="OpeningRefusedException">It has errors; the sentence lists them.</exception>
    public static ProcessDefinition ReadDefinition(NamedText text, DefinitionLibrary library)
    {
        var reading = DefinitionReader.Read(text.Name, text.Bytes, library);
        return reading.Definition ?? throw Refused("a definition", reading.Problems);
    }

    private static NamedText Text(string what, string file) => File.Exists(file)
        ? new NamedText(file, File.ReadAllBytes(file))
        : throw new OpeningRefusedException($"Expected {what}, but there is no file '{file}'.");

    private static LogMap Own(ProcessDefinition definition, XesHead head) =>
        OwnLog.Wrote(head)
            ? OwnLog.Map(definition, TimeZoneInfo.FindSystemTimeZoneById(Organisation.DefaultZone))
            : throw new OpeningRefusedException("Expected a log that this product wrote, or a map, but the log is of another system and none was named; name one with --map FILE.");

    private static LogMap Mapped(NamedText text, ProcessDefinition definition, Action<Problem> warn)
    {
        var problems = new Problems();
        var map = LogMapReader.Read(text.Name, text.Bytes, definition, problems) ?? throw Refused("a map", problems.All);
        foreach (var problem in problems.All) warn(problem);
        return map;
    }

    private static CalendarShelf Shelf(string folder)
    {
        var problems = new Problems();
        return CalendarReader.ReadFolder(folder, problems) ?? throw Refused("calendars", problems.All);
    }

    private static OpeningRefusedException Refused(string what, IReadOnlyList<Problem> problems) =>
        new($"Expected {what} without errors, but found {problems.Count(p => p.Severity == Severity.Error)}:\n{string.Join('\n', problems)}");
}

/// <summary>A file's content under the name that messages give it.</summary>
public sealed record NamedText(string Name, byte[] Bytes);
