using System.Collections.Immutable;
using Workflow.Definitions.Registers;
using Workflow.Definitions.Syntax;
using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;
using Workflow.Host.Opening;
using Workflow.Mining.Logs;
using Workflow.Mining.Maps;

namespace Workflow.Host.Mining;

/// <summary>A definition that a log is judged by, with the calendars of its clocks.</summary>
/// <param name="Process">The definition.</param>
/// <param name="Shelf">The calendars; null for weekdays.</param>
public sealed record Judged(PublishedProcess Process, CalendarShelf? Shelf);

/// <summary>What a log is judged by: one definition, or several that its map chooses from case by case.</summary>
/// <param name="All">The definitions, each with its map.</param>
/// <param name="Chooses">Whether each case is judged by the definition of what it says of its process, and the report has a section for each.</param>
public sealed record ConformanceSet(ImmutableArray<Conformance> All, bool Chooses)
{
    /// <summary>The most definitions of one report: each keeps its sum in memory.</summary>
    public const int Most = 16;

    /// <summary>Reads definitions, map and calendars.</summary>
    /// <param name="definitions">The definitions' files, at least one.</param>
    /// <param name="map">The map's file; null for a log that we wrote ourselves.</param>
    /// <param name="calendar">A folder of calendars, or <see cref="Conformance.Weekdays"/>; null for those beside each definition, or weekdays where there are none.</param>
    /// <param name="head">What the log says of itself.</param>
    /// <param name="warn">Hears what should be mended and does not stop the reading.</param>
    /// <exception cref="OpeningRefusedException">Something is wrong; the sentence lists every problem.</exception>
    public static ConformanceSet Open(IReadOnlyList<string> definitions, string? map, string? calendar, XesHead head, Action<Problem> warn)
    {
        var judged = definitions.Select(file => Conformance.Open(file, calendar)).ToList();
        return Of(judged, map is null ? null : Conformance.Text(FileKind.Map, map), head, warn);
    }

    /// <summary>The same from what is at hand already.</summary>
    /// <param name="judged">The definitions, at least one.</param>
    /// <param name="map">The map; null for a log that we wrote ourselves.</param>
    /// <param name="head">What the log says of itself.</param>
    /// <param name="warn">Hears what should be mended and does not stop the reading.</param>
    /// <exception cref="OpeningRefusedException">Something is wrong; the sentence lists every problem.</exception>
    public static ConformanceSet Of(IReadOnlyList<Judged> judged, NamedText? map, XesHead head, Action<Problem> warn)
    {
        if (judged.Count > Most)
            throw LogRefusals.TooManyDefinitions(Most, judged.Count);
        if (judged.CountBy(j => j.Process.Definition.Id).FirstOrDefault(c => c.Value > 1) is { Key: { } twice })
            throw LogRefusals.SameProcess(twice, judged.Count(j => j.Process.Definition.Id == twice));
        var maps = map is null ? Own(judged, head) : Mapped(map, judged, warn);
        var name = map is null ? "–" : Path.GetFileName(map.Name);
        return new ConformanceSet(
            [.. judged.Zip(maps, (j, m) => Conformance.Of(j, m, name))],
            judged.Count > 1 || (map is not null && maps[0].ProcessKey is not null)
        );
    }

    private static ImmutableArray<LogMap> Own(IReadOnlyList<Judged> judged, XesHead head) =>
        OwnLog.Wrote(head) ? [.. judged.Select(Own)] : throw LogRefusals.NoMap();

    private static LogMap Own(Judged judged) =>
        OwnLog.Map(judged.Process.Definition, TimeZoneInfo.FindSystemTimeZoneById(Organisation.DefaultZone));

    private static ImmutableArray<LogMap> Mapped(NamedText text, IReadOnlyList<Judged> judged, Action<Problem> warn)
    {
        var problems = new Problems();
        var maps = LogMapReader.Read(text.Name, text.Bytes, [.. judged.Select(j => j.Process.Definition)], problems);
        if (maps.IsEmpty)
            throw OpeningRefusals.BrokenWith(FileKind.Map, problems.All);
        foreach (var problem in problems.All)
            warn(problem);
        return maps;
    }
}
