using System.Collections.Immutable;
using Workflow.Engine.Calendars;
using Workflow.Engine.Deciding;
using Workflow.Engine.Deciding.Documents;
using Workflow.Engine.Deciding.Steps;
using Workflow.Engine.Evidence;
using Workflow.Engine.Processes;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories;

/// <summary>The outside as one command of a simulation sees it.</summary>
/// <param name="world">Definitions, register, calendars.</param>
/// <param name="serials">The last serial used of each series; raised only by <see cref="Keep"/>.</param>
/// <param name="seeds">The seeds that lots were sealed with.</param>
/// <param name="calendarKnown">The last day whose calendar publications are known; null for what time itself brings.</param>
/// <param name="now">The moment.</param>
/// <param name="recorded">What the command saw when it was recorded; null for what the register says.</param>
/// <param name="cases">Every case of the simulation: what people have in hand.</param>
internal sealed class SimulatedOutside(
    ScenarioWorld world,
    SimulatedSerials serials,
    SimulatedSeeds seeds,
    DateOnly? calendarKnown,
    DateTimeOffset now,
    Facts? recorded,
    Func<IEnumerable<CaseState>> cases
) : IOutside
{
    private readonly Dictionary<string, long> _taken = new(StringComparer.Ordinal);

    public int Rules { get; init; } = RulesVersion.Current;

    public PublishedProcess? InForce(string process, DateOnly day) => world.InForce(process, day);

    public PublishedProcess? Latest(string process) => world.Nearest(process, DateOnly.MaxValue);

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
        var facts = Lots(needs) with { People = [.. needs.People.Select(id => Person(id, day)).OfType<PersonFact>()] };
        return Asked(needs, day) is { } process
            ? facts with
            {
                Offices = Offices(process),
                Item = needs.Process is null ? null : recorded?.Item ?? world.Register.Item(process.Definition.Item.Code, day),
            }
            : facts;
    }

    // The definition that a command names by its digest, else the one that is in force.
    private PublishedProcess? Asked(CaseNeeds needs, DateOnly day) =>
        (needs.Definition is { } digest ? Published(digest) : null) ?? (needs.Process is { } id ? world.InForce(id, day) : null);

    public ImmutableArray<HolderFact>? Holders(Post post, DateOnly day, string number)
    {
        if (recorded?.Posts.FirstOrDefault(p => p.Post == post) is { } seen)
            return seen.Holders;
        if (world.Register.Holders(post, day) is not { } holders)
            return null;
        var all = cases().ToList();
        return [.. holders.Select(h => HolderFact.Of(h, InHand(h.Person.Id, all, number), LastTurn(h.Person.Id, all, post)))];
    }

    private int InHand(string person, IEnumerable<CaseState> all, string number) =>
        all.Where(s => s.Number != number).Sum(s => Workload.Of(world.Bound(s.Definition), s, person));

    private static long LastTurn(string person, IEnumerable<CaseState> all, Post post) =>
        all.Select(s => Workload.Turn(s, post, person)).DefaultIfEmpty().Max();

    public bool IsBorneElsewhere(BorneNumber number, string of) =>
        cases().Any(s => s.Number != of && BorneNumber.Of(world.Bound(s.Definition), s).Contains(number));

    public long NextSerial(string series) =>
        _taken[series] =
            _taken.TryGetValue(series, out var last) ? last + 1
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
        recorded is null
            ? world.Register.Offices(process.Definition)
            : world.Register.Offices(process.Definition).SetItems(recorded.Offices);

    private PersonFact? Person(string id, DateOnly day) =>
        recorded is null ? world.Register.Person(id, day) : recorded.People.FirstOrDefault(p => p.Id == id);

    private Facts Lots(CaseNeeds needs)
    {
        var (seed, salt) =
            needs.Reveals is not { } sealedSeed ? (null, null)
            : recorded?.Seed is null ? seeds.Open(sealedSeed.Commitment)
            : (recorded.Seed, recorded.Salt);
        return new Facts
        {
            Seed = needs.Seed ? recorded?.Seed ?? SimulatedSeeds.Of(now) : seed,
            Salt = salt,
            ReadAt = recorded?.ReadAt,
            Commitment = needs.Commits ? recorded?.Commitment ?? seeds.Seal(now) : null,
        };
    }
}
