using System.Collections.Immutable;
using Workflow.Definitions.Stories;
using Workflow.Engine.Deciding;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.State;
using Workflow.Host.Opening;
using Workflow.Storage.Reading;
using Workflow.Storage.Running;
using Workflow.Storage.Vaults;

namespace Workflow.Host.Stories;

/// <summary>
/// Plays a story through the real storage on simulated time and leaves its ledger there. It moves only the cases that it
/// opened. One caller at a time.
/// </summary>
public sealed class LedgerDoor : ICaseDoor
{
    private const int MostPending = 100;

    private readonly Workplace _place;
    private readonly StoryTime _time;
    private readonly ScenarioWorld _world;
    private readonly DateOnly? _calendarKnown;
    private readonly CaseReads _reads;
    private readonly HashSet<string> _before;
    private readonly List<string> _order = [];

    private LedgerDoor(Workplace place, StoryTime time, ScenarioWorld world, DateOnly? calendarKnown)
    {
        (_place, _time, _world, _calendarKnown) = (place, time, world, calendarKnown);
        _reads = new CaseReads(place.Database);
        _before = [.. All()];
    }

    public ImmutableArray<string> Cases => [.. _order];

    /// <summary>Opens a database for a story; the caller disposes the workplace.</summary>
    /// <exception cref="OpeningRefusedException">The file cannot be used.</exception>
    public static async Task<(LedgerDoor Door, Workplace Place)> Open(
        string file,
        DefinitionFolder folder,
        Scenario story,
        CancellationToken cancellation
    )
    {
        var first = story.Moves[0];
        var time = new StoryTime(new DateTimeOffset(first.Day, TimeOnly.MinValue, TimeSpan.Zero));
        var known = story.CalendarKnown is { } day
            ? folder with
            {
                Calendars = folder.Calendars with { Editions = [.. folder.Calendars.Editions.Where(e => e.Published <= day)] },
            }
            : folder;
        await LedgerMarks.RequireSimulated(file, time.GetUtcNow());
        var place = await Workplace.Open(file, known, time, () => StoryChance.At(time.GetUtcNow()), cancellation);
        return (new LedgerDoor(place, time, StoryFiles.World(folder), story.CalendarKnown), place);
    }

    public void Advance(DateTimeOffset to)
    {
        while (Agenda.Next(_order.Select(n => State(n)!), _time.GetUtcNow(), _world, _calendarKnown) is { } due && due.At <= to)
        {
            _time.MoveTo(due.At);
            Settle(due);
            Deliver();
        }

        _time.MoveTo(to);
    }

    private void Settle(Due due)
    {
        if (Wait(_place.Runner.SettleDue(due.Case, _time.GetUtcNow(), CancellationToken.None)) == 0 && !due.IsPublication)
            throw new InvalidOperationException($"Expected {due.Case} to do what is due at {due.At:O}, but nothing happened.");
    }

    public DoorAnswer Submit(string? number, Request request, DateTimeOffset at)
    {
        Advance(at);
        Bring(request, at);
        var answer = Wait(_place.Runner.Submit(new Submission(number, request)));
        if (answer is Written { Case: var written } && !_order.Contains(written))
            _order.Add(written);
        Deliver();
        // A fact recorded late may make something due at once; the sweep of a live system is a second away.
        Advance(at);
        return answer is Written w ? new DoorAnswer(w.Case, null) : new DoorAnswer(number, ((NotWritten)answer).Refusal);
    }

    private void Bring(Request request, DateTimeOffset at)
    {
        if (request.Command is not Attach attach)
            return;
        using var content = new MemoryStream(StoryFile.Content(attach.Name));
        Wait(new FileStore(_place.Database).Store(content, "text/plain", $"{request.Actor}", at, CancellationToken.None));
    }

    public CaseState? State(string number) => _reads.State(number);

    public ImmutableArray<LedgerEntry> Entries(string number) => [.. _reads.Timeline(number).Select(k => k.Entry)];

    // What an entry causes in another case may open a case and may cause more.
    private void Deliver()
    {
        while (Wait(_place.Sweep.Deliver(_time.GetUtcNow(), MostPending, CancellationToken.None)).Ran > 0)
            _order.AddRange(All().Where(n => !_before.Contains(n) && !_order.Contains(n)).Order(StringComparer.Ordinal));
    }

    private IEnumerable<string> All()
    {
        CaseHead? last = null;
        while (_reads.List(new CaseFilter(), last, MostPending) is { Count: > 0 } page)
            foreach (var head in page)
                yield return (last = head).Case;
    }

    // The door of a story is not asynchronous: a simulation has nothing to wait for, and here nobody else does.
    private static T Wait<T>(Task<T> work) => work.GetAwaiter().GetResult();
}
