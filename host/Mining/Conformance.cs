using Workflow.Definitions.Calendars;
using Workflow.Definitions.Reading;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;
using Workflow.Engine.Messages;
using Workflow.Engine.Processes;
using Workflow.Host.Opening;
using Workflow.Mining.Maps;

namespace Workflow.Host.Mining;

/// <summary>Opens what cases of a log are judged by, from what a person named.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Map">How the log is read.</param>
/// <param name="MapName">The map's name for the report.</param>
/// <param name="Calendar">The calendar.</param>
/// <param name="CalendarWord">The key of the words for it.</param>
public sealed record Conformance(PublishedProcess Definition, LogMap Map, string MapName, WorkCalendar Calendar, string CalendarWord)
{
    /// <summary>The name of the calendar that needs no file.</summary>
    public const string Weekdays = "weekdays";

    /// <summary>Reads a definition and its calendars.</summary>
    /// <param name="definition">The definition's file.</param>
    /// <param name="calendar">A folder of calendars, or <see cref="Weekdays"/>; null for those beside the definition, or weekdays where there are none.</param>
    /// <exception cref="OpeningRefusedException">Something is wrong; the sentence lists every problem.</exception>
    public static Judged Open(string definition, string? calendar)
    {
        var around = DefinitionFolder.Around(definition);
        var process = PublishedProcess.Of(
            ReadDefinition(Text(FileKind.Definition, definition), around is null ? DefinitionLibrary.Empty : DefinitionLibrary.Load(around))
        );
        var folder = calendar ?? CalendarsOf(around) ?? Weekdays;
        return new Judged(process, folder == Weekdays ? null : Shelf(folder));
    }

    private static string? CalendarsOf(string? around) =>
        around is not null && Path.Combine(around, FolderNames.Calendars) is var folder && Directory.Exists(folder) ? folder : null;

    /// <summary>Brings a definition, the map of its cases and its calendar together.</summary>
    public static Conformance Of(Judged judged, LogMap map, string mapName) =>
        new(
            judged.Process,
            map,
            mapName,
            (judged.Shelf ?? new CalendarShelf([], [])).Resolve(map.Zone.Id, DateOnly.MaxValue),
            judged.Shelf is null ? "conform.calendar.weekdays" : "conform.calendar.published"
        );

    /// <summary>Reads a definition.</summary>
    /// <exception cref="OpeningRefusedException">It has errors; the sentence lists them.</exception>
    public static ProcessDefinition ReadDefinition(NamedText text, DefinitionLibrary library)
    {
        var reading = DefinitionReader.Read(text.Name, text.Bytes, library);
        return reading.Definition ?? throw OpeningRefusals.BrokenWith(FileKind.Definition, reading.Problems);
    }

    internal static NamedText Text(Message what, string file) => new(file, InputFile.Bytes(what, file));

    private static CalendarShelf Shelf(string folder)
    {
        var problems = new Problems();
        return CalendarReader.ReadFolder(folder, problems) ?? throw OpeningRefusals.BrokenWith(FileKind.Calendars, problems.All);
    }
}

/// <summary>A file's content under the name that messages give it.</summary>
public sealed record NamedText(string Name, byte[] Bytes);
