using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Workflow.Engine.Calendars;
using Workflow.Engine.Cases;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;

namespace Workflow.Definitions.Scenarios;

/// <summary>The outside as one command of a simulation sees it.</summary>
/// <param name="world">Definitions, register, calendars.</param>
/// <param name="serials">The last serial used of each series; raised only by <see cref="Keep"/>.</param>
/// <param name="calendarKnown">The last day whose calendar publications are known; null for what time itself brings.</param>
/// <param name="recorded">What the command saw when it was recorded; null for what the register says.</param>
internal sealed class SimulatedOutside(ScenarioWorld world, SimulatedSerials serials, DateOnly? calendarKnown, Facts? recorded) : IOutside
{
    private readonly Dictionary<string, long> _taken = new(StringComparer.Ordinal);

    public PublishedProcess? InForce(string process, DateOnly day) => world.InForce(process, day);

    public PublishedProcess Bound(string digest) => world.Bound(digest);

    public PublishedProcess? Published(string digest) => world.Processes.FirstOrDefault(p => p.Digest == digest);

    public WorkCalendar Calendar(string process, DateTimeOffset at)
    {
        // The zone does not depend on what is published, so any resolution tells the local day.
        var definition = world.Nearest(process, DateOnly.MaxValue) ?? world.Processes[0];
        var today = world.Calendar(definition, DateOnly.MaxValue).DayOf(at);
        return world.Calendar(definition, calendarKnown < today ? calendarKnown.Value : today);
    }

    public Facts Facts(CaseNeeds needs, DateOnly day)
    {
        var facts = new Facts
        {
            People = [.. needs.People.Select(id => Person(id, day)).OfType<PersonFact>()],
            Seed = needs.Seed ? recorded?.Seed ?? Seed(day) : null,
        };
        if (needs.Definition is { } digest && Published(digest) is { } target)
            return facts with { Offices = Offices(target), Item = needs.Process is null ? null : recorded?.Item ?? world.Register.Item(target.Definition.Item.Code, day) };
        return needs.Process is { } id && world.InForce(id, day) is { } process
            ? facts with { Offices = Offices(process), Item = recorded?.Item ?? world.Register.Item(process.Definition.Item.Code, day) }
            : facts;
    }

    public long NextSerial(string series) =>
        _taken[series] = _taken.TryGetValue(series, out var last) ? last + 1
            : recorded is not null && recorded.Serials.TryGetValue(series, out var first) ? first
            : serials.Last(series) + 1;

    /// <summary>Keeps the serials that a written entry used, however many of one series; what a refused command took is not lost.</summary>
    internal void Keep(NewEntry entry)
    {
        foreach (var (series, next) in NextSerials.After(entry.Stamp.Facts, entry.Events))
        {
            _taken[series] = next - 1;
            serials.Use(series, next - 1);
        }
    }

    private ImmutableSortedDictionary<string, string> Offices(PublishedProcess process) =>
        recorded is null ? world.Register.Offices(process.Definition) : world.Register.Offices(process.Definition).SetItems(recorded.Offices);

    private PersonFact? Person(string id, DateOnly day) =>
        recorded is null ? world.Register.Person(id, day) : recorded.People.FirstOrDefault(p => p.Id == id);

    // A story is told the same way every time, so its lots fall the same way.
    private static string Seed(DateOnly day) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{day:O}")));
}
