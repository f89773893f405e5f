using System.Collections.Immutable;
using Workflow.Engine.Deciding;
using Workflow.Engine.Evidence;
using Workflow.Engine.Record.Commands;
using Workflow.Engine.Record.Entries;
using Workflow.Engine.Record.Refusals;
using Workflow.Engine.Record.State;
using Workflow.Engine.Record.Values;

namespace Workflow.Definitions.Stories;

/// <summary>Runs cases in memory on simulated time, through the one door.</summary>
/// <param name="world">Definitions, register, calendars.</param>
/// <param name="calendarKnown">The last day whose calendar publications are known; null for what time itself brings.</param>
/// <param name="taken">The last serial of a series that was used before; null for none of any.</param>
public sealed class Simulation(ScenarioWorld world, DateOnly? calendarKnown = null, Func<string, long>? taken = null) : ICaseDoor
{
    private readonly Dictionary<string, SimulatedLedger> _ledgers = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly SimulatedSerials _serials = new(taken);
    private readonly SimulatedSeeds _seeds = new();
    private readonly Queue<PendingRow> _pending = new();
    private readonly List<(PendingRow Row, Refusal Refusal)> _undelivered = [];
    private DateTimeOffset _now = DateTimeOffset.MinValue;

    /// <summary>Definitions, register, calendars.</summary>
    public ScenarioWorld World => world;

    /// <summary>The version of the rules by which what follows is decided; an earlier one where what was recorded before is done again.</summary>
    public int Rules { get; set; } = RulesVersion.Current;

    /// <inheritdoc/>
    public ImmutableArray<string> Cases => [.. _order];

    /// <summary>Commands from one case to another that were refused.</summary>
    public IReadOnlyList<(PendingRow Row, Refusal Refusal)> Undelivered => _undelivered;

    /// <inheritdoc/>
    public void Advance(DateTimeOffset to)
    {
        while (Next() is { } due && due.At <= to)
        {
            _now = due.At > _now ? due.At : _now;
            var outside = Outside();
            var written = Door.SettleDue(State(due.Case)!, _now, outside);
            if (written.IsEmpty && !due.IsPublication)
                throw new InvalidOperationException($"Expected {due.Case} to do what is due at {due.At:O}, but nothing happened.");
            Write(written, outside);
            Deliver();
        }

        _now = to > _now ? to : _now;
    }

    /// <inheritdoc/>
    public DoorAnswer Submit(string? number, Request request, DateTimeOffset at) => Submit(number, request, at, null);

    /// <summary>Passes one command that was recorded before, with the outside as it was seen then.</summary>
    /// <param name="number">The case; null to lodge one.</param>
    /// <param name="request">The command.</param>
    /// <param name="at">The recorded moment, in UTC; never before an earlier one.</param>
    /// <param name="recorded">The recorded facts; null for what the register says.</param>
    public DoorAnswer Submit(string? number, Request request, DateTimeOffset at, Facts? recorded)
    {
        Advance(at);
        var answer = Pass(number, request, recorded);
        Deliver();
        // A fact recorded late may make something due at once; the sweep of a live system is a second away.
        Advance(at);
        return answer;
    }

    /// <inheritdoc/>
    public CaseState? State(string number) => _ledgers.GetValueOrDefault(number)?.State;

    /// <inheritdoc/>
    public ImmutableArray<LedgerEntry> Entries(string number) => _ledgers.GetValueOrDefault(number)?.Entries ?? [];

    /// <summary>Returns the exact stored text of each entry of a case, over which its chain is hashed.</summary>
    public ImmutableArray<string> Stored(string number) => _ledgers.GetValueOrDefault(number)?.Stored ?? [];

    /// <summary>Returns who has to act in a case now.</summary>
    public ImmutableArray<InboxRow> Rows(string number) =>
        State(number) is { } state ? CaseRows.Inbox(world.Bound(state.Definition), state) : [];

    /// <summary>Asks what would come of something, at the moment up to which everything is done. What is asked reads; nothing is written and no number is used up.</summary>
    /// <param name="number">The case.</param>
    /// <param name="question">The case, the moment and the outside in; the answer out.</param>
    /// <exception cref="InvalidOperationException">There is no case with this number.</exception>
    public T Ask<T>(string number, Func<CaseState, DateTimeOffset, IOutside, T> question) =>
        question(
            State(number) ?? throw new InvalidOperationException($"Expected a case, but there is none with the number {number}."),
            _now,
            Outside()
        );

    private SimulatedOutside Outside(Facts? recorded = null) =>
        new(world, _serials, _seeds, calendarKnown, _now, recorded, () => _ledgers.Values.Select(l => l.State)) { Rules = Rules };

    private DoorAnswer Pass(string? number, Request request, Facts? recorded = null)
    {
        var outside = Outside(recorded);
        var passage = Door.Pass(number is null ? CaseState.Empty : State(number) ?? CaseState.Empty, request, _now, outside);
        Write([.. passage.Entries], outside);
        return new DoorAnswer(passage.Entry?.After.Number ?? number, passage.Refusal);
    }

    private void Write(ImmutableArray<NewEntry> entries, SimulatedOutside outside)
    {
        foreach (var entry in entries)
        {
            var number = entry.After.Number;
            if (!_ledgers.ContainsKey(number))
            {
                _ledgers[number] = new SimulatedLedger();
                _order.Add(number);
            }

            _ledgers[number].Append(entry);
            outside.Keep(entry);
            foreach (var row in CaseRows.Pending(entry.After, entry.Events))
                _pending.Enqueue(row);
        }
    }

    // Consequences for other cases go through the same door, at once, as the rule that caused them.
    private void Deliver()
    {
        while (_pending.TryDequeue(out var row))
            Deliver(row, LedgerJson.ReadCommand(row.Command));
    }

    private void Deliver(PendingRow row, CaseCommand command)
    {
        if (Pass(row.Target, new Request(row.Actor, command)).Refusal is { } refusal && !WholeCaseRefusals.IsMoot(command, refusal))
            _undelivered.Add((row, refusal));
    }

    private Due? Next() => Agenda.Next(_ledgers.Values.Select(l => l.State), _now, world, calendarKnown);
}
