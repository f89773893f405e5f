using System.Collections.Concurrent;
using System.Collections.Immutable;
using Workflow.Definitions.Registers;
using Workflow.Engine.Calendars;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Stories;

/// <summary>What stories are played against: the definitions, the register and the calendars of a folder.</summary>
public sealed class ScenarioWorld
{
    private readonly ConcurrentDictionary<(string Authority, DateOnly Edition), WorkCalendar> _calendars = new();

    /// <summary>Makes a world; processes are those that read without an error.</summary>
    public ScenarioWorld(IEnumerable<PublishedProcess> processes, Register register, CalendarShelf shelf) =>
        (Processes, Register, Shelf) = ([.. processes], register, shelf);

    /// <summary>Every published definition.</summary>
    public ImmutableArray<PublishedProcess> Processes { get; }

    /// <summary>The digest of the definition that stands in the place of another, by that other's digest; empty where each stands for itself.</summary>
    public ImmutableDictionary<string, string> Instead { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Offices, people and catalogue.</summary>
    public Register Register { get; }

    /// <summary>Every calendar ever published.</summary>
    public CalendarShelf Shelf { get; }

    /// <summary>Returns the definition of a process in force on a day, or null when there is none.</summary>
    public PublishedProcess? InForce(string process, DateOnly day) =>
        Processes.FirstOrDefault(p => p.Definition.Id == process && p.Definition.InForce.Includes(day));

    /// <summary>Returns the definition in force on a day; where there is none the last one. Null for a process nobody wrote.</summary>
    public PublishedProcess? Nearest(string process, DateOnly day) =>
        InForce(process, day) ?? Processes.Where(p => p.Definition.Id == process).MaxBy(p => p.Definition.InForce.From);

    /// <summary>Returns a definition by its digest.</summary>
    /// <exception cref="InvalidOperationException">No definition has it.</exception>
    public PublishedProcess Bound(string digest) => Processes.First(p => p.Digest == digest);

    /// <summary>Returns the calendar of the authority that leads a process, as known at the end of what was published by a day.</summary>
    /// <param name="process">The definition.</param>
    /// <param name="knownOn">The last day whose publications count.</param>
    public WorkCalendar Calendar(PublishedProcess process, DateOnly knownOn)
    {
        var authority = Register.Authority(process.Definition);
        var edition = Shelf.Editions.Where(e => e.Published <= knownOn).Select(e => e.Published).DefaultIfEmpty(DateOnly.MinValue).Max();
        return _calendars.GetOrAdd((authority.Id, edition), _ => Shelf.Resolve(authority.Zone, knownOn, authority.Overlays.AsSpan()));
    }

    /// <summary>Returns the first instant of a publication after a moment, in the zone of a process's authority; null when none follows.</summary>
    public DateTimeOffset? NextPublication(PublishedProcess process, DateTimeOffset after)
    {
        var calendar = Calendar(process, DateOnly.MaxValue);
        return Shelf.NextPublication(calendar.DayOf(after)) is { } day ? calendar.StartOf(day) : null;
    }
}
